using System.Collections.Frozen;
using FitServerless.Schedules;

namespace FitServerless.Briefings;

/// <summary>The kinds of briefings by the names that clients know. They are stored, too: never rename one.</summary>
public static class BriefingKinds
{
    private static readonly FrozenDictionary<OccasionKind, string> Names = new Dictionary<OccasionKind, string>
    {
        [OccasionKind.DailyBriefing] = "daily",
        [OccasionKind.WeekdayPlan] = "weekday-plan",
        [OccasionKind.EveningReview] = "evening-review",
        [OccasionKind.WeeklyReport] = "weekly-report",
        [OccasionKind.WeeklyInsights] = "weekly-insights",
        [OccasionKind.MonthlyReport] = "monthly-report",
    }.ToFrozenDictionary();

    public static IReadOnlyCollection<string> All => Names.Values;

    public static string NameOf(OccasionKind kind) => Names[kind];
}
