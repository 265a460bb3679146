using System.Text.Json.Serialization;

namespace FitServerless.Administration.Switches;

/// <summary>What admins switch while the app runs. What is <c>null</c> is as the settings have it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SwitchValues
{
    /// <summary>In the place of <c>Accounts:OpenRegistration</c>.</summary>
    public bool? OpenRegistration { get; init; }

    /// <summary>In the place of <c>Analytics:TrackUserBehavior</c>.</summary>
    public bool? TrackUserBehavior { get; init; }

    /// <summary>In the place of <c>Analytics:TrackPerformanceMetrics</c>.</summary>
    public bool? TrackPerformanceMetrics { get; init; }

    /// <summary>For an audit trail: what was otherwise before.</summary>
    public string Since(SwitchValues old) => string.Join(", ", Changes(old));

    private IEnumerable<string> Changes(SwitchValues old)
    {
        if (old.OpenRegistration != OpenRegistration)
            yield return $"openRegistration {Word(old.OpenRegistration)} to {Word(OpenRegistration)}";
        if (old.TrackUserBehavior != TrackUserBehavior)
            yield return $"trackUserBehavior {Word(old.TrackUserBehavior)} to {Word(TrackUserBehavior)}";
        if (old.TrackPerformanceMetrics != TrackPerformanceMetrics)
            yield return $"trackPerformanceMetrics {Word(old.TrackPerformanceMetrics)} to {Word(TrackPerformanceMetrics)}";
    }

    private static string Word(bool? value) => value switch { true => "on", false => "off", null => "unset" };
}
