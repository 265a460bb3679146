using System.Text.RegularExpressions;

namespace FitServerless.Local.Host.Settings;

internal static partial class SettingPlaceholders
{
    /// <summary>Puts the values of settings in the place of their names between per cent signs.</summary>
    /// <exception cref="FunctionHostException">A setting is missing.</exception>
    public static string Resolve(string text, string functionName, IConfiguration settings) =>
        Placeholder().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            return settings[name] ?? throw new FunctionHostException($"The setting '{name}' is missing; '{functionName}' needs it.");
        });

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Placeholder();
}
