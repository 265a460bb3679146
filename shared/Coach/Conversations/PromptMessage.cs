namespace FitServerless.Coach.Conversations;

/// <summary>A user's message as a model gets it: data.</summary>
internal sealed record PromptMessage(string Message, Athlete? Athlete = null, string? Earlier = null);
