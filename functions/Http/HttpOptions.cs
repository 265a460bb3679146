using System.ComponentModel.DataAnnotations;

namespace FitServerless.Functions.Http;

/// <summary>What browsers may do with the answers, and what stands in front of the app.</summary>
public sealed class HttpOptions
{
    public const string Section = "Http";

    /// <summary>Origins whose pages may call, comma-separated, for instance <c>https://app.example.com</c>. None unless listed.</summary>
    public string AllowedOrigins { get; set; } = "";

    /// <summary>
    /// Proxies of one's own, with public addresses, between clients and the platform: 1 behind Azure Front Door. Too many, and clients can choose
    /// what address they are counted under; too few, and all of them are one.
    /// </summary>
    [Range(0, 5)]
    public int ProxyHops { get; set; }

    public IReadOnlySet<string> Origins() => AllowedOrigins
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToHashSet(StringComparer.Ordinal);
}
