namespace FitServerless.Mail;

/// <summary>Where letters go: to an SMTP server where one is configured.</summary>
public interface IMailer
{
    /// <summary>False where there is nothing to send with: who would wait for a letter should be told so beforehand.</summary>
    bool CanSend { get; }

    /// <summary>
    /// Returns once the letter was accepted for delivery, or it is sure that it will not be. Safe to repeat with the same <see cref="Letter.Id"/>:
    /// a server that lost its answer may deliver it twice, but under one Message-ID.
    /// </summary>
    /// <exception cref="MailOutageException">
    /// The server cannot be reached, fails, or does not take us, after bounded retries: try again later.
    /// </exception>
    /// <exception cref="ArgumentException">The address is none, or the subject or the id have control characters.</exception>
    Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken);
}
