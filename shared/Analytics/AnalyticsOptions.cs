using System.ComponentModel.DataAnnotations;

namespace FitServerless.Analytics;

/// <summary>How long what was counted is kept.</summary>
public sealed class AnalyticsOptions
{
    public const string Section = "Analytics";

    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 90;
}
