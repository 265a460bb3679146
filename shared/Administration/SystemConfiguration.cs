using FitServerless.Administration.Switches;

namespace FitServerless.Administration;

/// <summary>How the app is set up.</summary>
/// <param name="Settings">As they are in force, with the defaults of what nobody has set; written as settings are.</param>
/// <param name="Secrets"><c>set</c> or <c>not set</c>, by setting.</param>
/// <param name="Switches">They come before the settings of the same names.</param>
/// <param name="Version">Of the switches.</param>
public sealed record SystemConfiguration(
    IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, string> Secrets, SwitchValues Switches, int Version);
