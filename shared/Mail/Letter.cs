namespace FitServerless.Mail;

/// <summary>An e-mail to one person.</summary>
/// <param name="Id">Names the letter: a repeat has the same, and with it the same Message-ID, by which mailboxes drop doubles.</param>
/// <param name="Html">A second form of the same text; everything in it is escaped already.</param>
public sealed record Letter(string Id, string To, string Subject, string Text, string? Html = null);
