namespace FitServerless.Mail;

/// <summary>Where letters go: to an SMTP server where one is configured.</summary>
public interface IMailer
{
    /// <summary>Returns once the letter was accepted for delivery.</summary>
    Task SendAsync(Letter letter, CancellationToken cancellationToken);
}
