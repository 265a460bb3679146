namespace FitServerless.Mail;

/// <summary>What became of a letter.</summary>
public enum MailOutcome
{
    /// <summary>The server has taken it.</summary>
    Accepted,

    /// <summary>The server will never take it: there is no such mailbox, or it wants no such letter.</summary>
    Refused,

    /// <summary>There is nothing to send with; it is gone.</summary>
    Dropped,
}
