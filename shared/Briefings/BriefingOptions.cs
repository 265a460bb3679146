using System.ComponentModel.DataAnnotations;

namespace FitServerless.Briefings;

/// <summary>How long briefings can be read.</summary>
public sealed class BriefingOptions
{
    public const string Section = "Briefings";

    /// <summary>Past this a briefing is no longer shown.</summary>
    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 400;
}
