using System.Net;
using System.Net.Mail;
using System.Text;
using FitServerless.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace FitServerless.Mail;

/// <summary>
/// Hands letters to an SMTP server, a connection for each: the framework's client takes one letter at a time, and many persons' are sent at once.
/// </summary>
internal sealed partial class SmtpMailer : IMailer
{
    private readonly SmtpOptions _options;
    private readonly MailAddress _from;
    private readonly ResiliencePipeline _pipeline;
    private readonly ILogger<SmtpMailer> _logger;

    public SmtpMailer(IOptions<SmtpOptions> options, TimeProvider clock, ILogger<SmtpMailer> logger)
    {
        _options = options.Value;
        _from = new MailAddress(_options.From);
        var limits = new RetryLimits(_options.TimeoutSeconds, _options.MaxRetries, _options.RetryDelayMilliseconds);
        _pipeline = RetryPipeline.Create(limits, MailFaults.IsTransient, clock);
        _logger = logger;
    }

    public bool CanSend => true;

    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        LetterMessage.Check(letter);
        try
        {
            await _pipeline.ExecuteAsync(ct => SendOnceAsync(letter, ct), cancellationToken);
            return MailOutcome.Accepted;
        }
        catch (SmtpException e) when (MailFaults.IsRefusal(e))
        {
            LogRefused(LetterMessage.Name(letter.Id), (int)e.StatusCode);
            return MailOutcome.Refused;
        }
        catch (Exception e) when (MailFaults.IsFault(e))
        {
            throw MailOutageException.Of(e);
        }
    }

    private async ValueTask SendOnceAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var message = LetterMessage.Of(letter, _from);
        using var client = new SmtpClient(_options.Host, _options.Port)
        {
            EnableSsl = _options.Security == SmtpSecurity.StartTls,
            Credentials = _options.UserName.Length > 0 ? new NetworkCredential(_options.UserName, _options.Password) : null,
            // Raw UTF-8 in the headers (RFC 6531) only for whom there is no other way: not every server knows it.
            DeliveryFormat = Ascii.IsValid(letter.To.AsSpan(0, letter.To.LastIndexOf('@')))
                ? SmtpDeliveryFormat.SevenBit
                : SmtpDeliveryFormat.International,
        };
        await client.SendMailAsync(message, cancellationToken);
    }

    [LoggerMessage(8001, LogLevel.Warning, "The mail server refused the letter {Letter} for good: {Code}")]
    private partial void LogRefused(string letter, int code);
}
