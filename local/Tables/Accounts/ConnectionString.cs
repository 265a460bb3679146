namespace Azure.Data.Tables.Accounts;

/// <summary>Format: https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string</summary>
internal sealed record ConnectionString(Uri Endpoint, string? AccountName, TableSharedKeyCredential? Key)
{
    private const string DevelopmentAccount = "devstoreaccount1";
    private const int DevelopmentPort = 10002;

    // Public and the same in every emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var settings = Split(text);
        return settings.GetValueOrDefault("UseDevelopmentStorage") == "true"
            ? Development(settings.GetValueOrDefault("DevelopmentStorageProxyUri"))
            : SharedKey(settings) ?? SharedAccessSignature(settings)
                ?? throw new ArgumentException("No valid combination of account information found.", nameof(text));
    }

    private static ConnectionString Development(string? proxy)
    {
        var host = new Uri(proxy ?? "http://127.0.0.1");
        var endpoint = new UriBuilder(host.Scheme, host.Host, DevelopmentPort, DevelopmentAccount).Uri;
        return new(endpoint, null, new(DevelopmentAccount, DevelopmentKey));
    }

    private static ConnectionString? SharedKey(Dictionary<string, string> settings)
    {
        if (!settings.TryGetValue("AccountName", out var account) || !settings.TryGetValue("AccountKey", out var key))
            return null;
        var endpoint = settings.GetValueOrDefault("TableEndpoint")
            ?? (settings.TryGetValue("EndpointSuffix", out var suffix)
                ? $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{suffix}"
                : null);
        return endpoint is null ? null : new(new(endpoint), account, new(account, key));
    }

    private static ConnectionString? SharedAccessSignature(Dictionary<string, string> settings) =>
        settings.TryGetValue("SharedAccessSignature", out var signature)
        && Uri.TryCreate(settings.GetValueOrDefault("TableEndpoint"), UriKind.Absolute, out var endpoint)
            ? new(new UriBuilder(endpoint) { Query = signature.TrimStart('?') }.Uri, settings.GetValueOrDefault("AccountName"), null)
            : null;

    private static Dictionary<string, string> Split(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var segment in text.EndsWith(';') ? text[..^1].Split(';') : text.Split(';'))
        {
            var equals = segment.IndexOf('=');
            if (equals < 1 || equals == segment.Length - 1)
                throw new InvalidOperationException("A segment of the connection string is not of the form keyword=value.");
            var keyword = segment[..equals].Trim();
            if (!settings.TryAdd(keyword, segment[(equals + 1)..].Trim()))
                throw new InvalidOperationException($"Duplicated keyword '{keyword}'");
        }

        return settings;
    }
}
