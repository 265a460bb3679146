using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using FitServerless.Secrets;

namespace FitServerless.Research;

/// <summary>Where studies come from, and how patient we are with it.</summary>
public sealed class ResearchOptions : IValidatableObject
{
    public const string Section = "Research";

    /// <summary>NCBI's E-utilities, with a slash at the end. Empty: nobody is asked, and there are no studies.</summary>
    public string Endpoint { get; set; } = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/";

    /// <summary>NCBI's key for more than three requests a second, which nothing here needs.</summary>
    [Secret("Research:ApiKey")]
    public string ApiKey { get; set; } = "";

    /// <summary>Whom NCBI writes to before it blocks a caller: an address of the operator's.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Studies kept of a topic; the newest.</summary>
    [Range(1, 1_000)]
    public int StudiesPerTopic { get; set; } = 100;

    /// <summary>For one attempt.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Attempts after the first.</summary>
    [Range(0, 5)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>First delay, doubled (with jitter) each time: about 2 + 4 + 8 s.</summary>
    [Range(1, 60_000)]
    public int RetryDelayMilliseconds { get; set; } = 2_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length > 0 && !IsGood(Endpoint))
            yield return new ValidationResult("Research:Endpoint must be an https address that ends with a slash, or empty.");
        if (Contact.Length > 0 && !MailAddress.TryCreate(Contact, out _))
            yield return new ValidationResult("Research:Contact must be an address: ops@example.com.");
    }

    /// <summary>A key must not travel in the clear; a server on the same machine is somebody's test.</summary>
    private static bool IsGood(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.AbsolutePath.EndsWith('/');
}
