using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using FitServerless.Secrets;

namespace FitServerless.Mail;

/// <summary>Which server takes letters, if any, and how patient we are with it.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Smtp";

    /// <summary>Without one no letters leave.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 is for submission (RFC 6409); 465, TLS from the first byte, is not spoken.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>Empty: the server takes letters without.</summary>
    public string UserName { get; set; } = "";

    /// <summary>From the setting <c>SMTP_PASSWORD</c>.</summary>
    [Secret("SMTP_PASSWORD")]
    public string Password { get; set; } = "";

    /// <summary>Who letters are from, for instance <c>FitServerless &lt;coach@example.com&gt;</c>.</summary>
    public string From { get; set; } = "";

    [EnumDataType(typeof(SmtpSecurity))]
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>For one attempt.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Attempts after the first.</summary>
    [Range(0, 5)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>First delay, doubled (with jitter) each time: about 1 + 2 + 4 s.</summary>
    [Range(1, 60_000)]
    public int RetryDelayMilliseconds { get; set; } = 1_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length == 0)
        {
            if (UserName.Length + Password.Length + From.Length > 0)
                yield return new ValidationResult("Smtp:Host is missing.");
            yield break;
        }

        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            yield return new ValidationResult("Smtp:Host is no host's name.");
        if (!MailAddress.TryCreate(From, out _) || From.Any(char.IsControl))
            yield return new ValidationResult("Smtp:From must be an address: coach@example.com, or Coach <coach@example.com>.");
        if (UserName.Length == 0 != (Password.Length == 0))
            yield return new ValidationResult("Smtp:UserName and SMTP_PASSWORD go together.");
        if (UserName.Length > 0 && Security == SmtpSecurity.None)
            yield return new ValidationResult("A password is not sent in the clear: set Smtp:Security to StartTls.");
    }
}
