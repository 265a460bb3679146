using System.Globalization;

namespace FitServerless.Chat.WebPubSub;

/// <param name="Address">Scheme, host and port.</param>
/// <param name="Key">Signs tokens: the text as it is, not what it would be as base64.</param>
internal sealed record WebPubSubEndpoint(Uri Address, string Key)
{
    /// <summary><c>null</c> for what is no connection string.</summary>
    public static WebPubSubEndpoint? TryParse(string connectionString)
    {
        var parts = connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .DistinctBy(part => part[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        if (!Uri.TryCreate(parts.GetValueOrDefault("Endpoint"), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return null;
        if (parts.TryGetValue("Port", out var text))
        {
            if (!ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                return null;
            address = new UriBuilder(address) { Port = port }.Uri;
        }

        return parts.GetValueOrDefault("AccessKey") is { Length: > 0 } key ? new WebPubSubEndpoint(address, key) : null;
    }
}
