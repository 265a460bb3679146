namespace FitServerless.Functions.Chat;

/// <param name="Typing">False when the member has stopped.</param>
public sealed record TypingRequest(bool? Typing);
