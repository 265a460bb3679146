namespace FitServerless.Accounts.Sessions;

/// <summary>A <c>User-Agent</c> in words that its owner recognises, and that tell others little.</summary>
public static class DeviceName
{
    private const int MaxLength = 40;

    /// <summary>In this order: later ones also claim to be what stands further down.</summary>
    private static readonly (string Token, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Token, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>For instance <c>Firefox on Android</c>, or the first product that it names.</summary>
    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
            return "Unknown";
        if (Find(Browsers, userAgent) is { } browser)
            return Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
        var product = userAgent.Trim().Split('/', ' ')[0];
        return new string([.. product.Where(c => c is > ' ' and < '\x7F').Take(MaxLength)]) is { Length: > 0 } name ? name : "Unknown";
    }

    private static string? Find((string Token, string Name)[] table, string userAgent) =>
        Array.Find(table, entry => userAgent.Contains(entry.Token, StringComparison.Ordinal)).Name;
}
