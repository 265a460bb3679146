using System.ComponentModel.DataAnnotations;

namespace FitServerless.Analytics;

/// <summary>How long what was counted is kept.</summary>
public sealed class AnalyticsOptions
{
    public const string Section = "Analytics";

    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 90;

    /// <summary>False: events of what people do are taken and not kept.</summary>
    public bool TrackUserBehavior { get; set; } = true;

    /// <summary>The same of measurements of clients, which <see cref="EventRules.IsMeasurement"/> tells by their type.</summary>
    public bool TrackPerformanceMetrics { get; set; } = true;
}
