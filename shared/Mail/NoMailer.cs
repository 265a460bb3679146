using Microsoft.Extensions.Logging;

namespace FitServerless.Mail;

/// <summary>There is no mail server: letters are dropped.</summary>
internal sealed partial class NoMailer(ILogger<NoMailer> logger) : IMailer
{
    public bool CanSend => false;

    public Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        LetterMessage.Check(letter);
        LogDropped(LetterMessage.Name(letter.Id));
        return Task.FromResult(MailOutcome.Dropped);
    }

    [LoggerMessage(8002, LogLevel.Warning, "The letter {Letter} was dropped, because Smtp:Host is not set")]
    private partial void LogDropped(string letter);
}
