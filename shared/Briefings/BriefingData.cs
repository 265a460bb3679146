using FitServerless.Briefings.Log;
using FitServerless.Briefings.Reports;
using FitServerless.Research;
using FitServerless.Stats;

namespace FitServerless.Briefings;

/// <summary>What a briefing says, as figures. Each kind has some of the members; what there is nothing about is missing.</summary>
public sealed record BriefingData
{
    public SleepFacts? Sleep { get; init; }

    public LoadFacts? Load { get; init; }

    public StreakOfDays? Streak { get; init; }

    /// <summary>What was done yesterday.</summary>
    public Totals? Yesterday { get; init; }

    /// <summary>In the order in which it is best done.</summary>
    public IReadOnlyList<PlannedSession>? Today { get; init; }

    /// <summary>Minutes that what is planned takes, where sessions say so.</summary>
    public int? MinutesNeeded { get; init; }

    public PlanFacts? Plan { get; init; }

    public FoodFacts? Food { get; init; }

    public IReadOnlyList<PlannedSession>? Tomorrow { get; init; }

    public PeriodFacts? Period { get; init; }

    public PeriodFacts? Before { get; init; }

    public IReadOnlyList<SportTotals>? Sports { get; init; }

    public IReadOnlyList<Insight>? Insights { get; init; }

    public IReadOnlyList<RecordFacts>? Records { get; init; }

    public IReadOnlyList<CalendarDay>? Calendar { get; init; }

    public AppUseFacts? AppUse { get; init; }

    /// <summary>A new study.</summary>
    public Study? Reading { get; init; }

    public string? Suggestion { get; init; }

    /// <summary>Documents that only the person's own devices can read, and that nothing of this is made of.</summary>
    public int? Encrypted { get; init; }
}
