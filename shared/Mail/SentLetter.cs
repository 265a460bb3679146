namespace FitServerless.Mail;

/// <summary>A letter in the outbox.</summary>
public sealed record SentLetter(DateTimeOffset SentAt, Letter Letter);
