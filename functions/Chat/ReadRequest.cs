namespace FitServerless.Functions.Chat;

/// <param name="Sequence">Of the last message read.</param>
public sealed record ReadRequest(long? Sequence);
