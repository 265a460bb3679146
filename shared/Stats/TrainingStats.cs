namespace FitServerless.Stats;

/// <summary>What a person's workouts come to, by their own days.</summary>
public sealed record TrainingStats
{
    public required string TimeZone { get; init; }

    /// <summary>Of all workouts, or of those from one day to another when that is asked for.</summary>
    public required Totals Totals { get; init; }

    /// <summary>Of all workouts, always.</summary>
    public required StreakOfDays Streak { get; init; }

    /// <summary>The most time first.</summary>
    public required IReadOnlyList<SportTotals> Sports { get; init; }

    public required IReadOnlyList<CalendarDay> Calendar { get; init; }

    /// <summary>Fitness and fatigue take in all that came before the first of them.</summary>
    public required IReadOnlyList<TrainingWeek> Weeks { get; init; }

    /// <summary>Workouts whose load was estimated, for want of thresholds in the preferences.</summary>
    public required int EstimatedLoads { get; init; }
}
