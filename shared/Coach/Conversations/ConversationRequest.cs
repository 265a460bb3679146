namespace FitServerless.Coach.Conversations;

/// <summary>The body of <c>POST /api/coach/conversations</c>.</summary>
public sealed record ConversationRequest(string? Personality, string? Voice);
