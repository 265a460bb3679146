namespace FitServerless.Functions.Http;

/// <summary>What browsers may do with the answers.</summary>
public sealed class HttpOptions
{
    public const string Section = "Http";

    /// <summary>Origins whose pages may call, comma-separated, for instance <c>https://app.example.com</c>. None unless listed.</summary>
    public string AllowedOrigins { get; set; } = "";

    public IReadOnlySet<string> Origins() => AllowedOrigins
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToHashSet(StringComparer.Ordinal);
}
