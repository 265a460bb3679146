namespace FitServerless.Mail;

/// <summary>
/// Letters do not leave at the moment. It has no inner exception: the messages of those of the mail client repeat the server's answer, and
/// with it addresses, which belong in no log.
/// </summary>
public sealed class MailOutageException(string reason) : Exception($"The mail server did not take a letter: {reason}.")
{
    internal static MailOutageException Of(Exception fault) => new(MailFaults.Reason(fault));
}
