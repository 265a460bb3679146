using System.ComponentModel.DataAnnotations;

namespace FitServerless.Cleanup;

/// <summary>How long a cleanup may take, and what it leaves.</summary>
public sealed class CleanupOptions
{
    public const string Section = "Cleanup";

    /// <summary>
    /// After which a run stops and leaves the rest to the next. Flex Consumption ends a function after 30 minutes unless host.json says otherwise.
    /// </summary>
    [Range(1, 1_440)]
    public int MaxMinutes { get; set; } = 20;

    /// <summary>Days for which it is known what runs did.</summary>
    [Range(1, 3_650)]
    public int RunDays { get; set; } = 90;
}
