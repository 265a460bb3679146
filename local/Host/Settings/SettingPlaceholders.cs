using System.Text.RegularExpressions;

namespace FitServerless.Local.Host.Settings;

internal static partial class SettingPlaceholders
{
    /// <summary>Puts the values of settings in the place of their names between per cent signs.</summary>
    /// <exception cref="FunctionHostException">A setting is missing.</exception>
    public static string Resolve(string text, string functionName, IConfiguration settings) =>
        Placeholder().Replace(text, match => settings[match.Groups["name"].Value]
            ?? throw new FunctionHostException($"The setting '{match.Groups["name"].Value}' is missing; the function '{functionName}' needs it."));

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Placeholder();
}
