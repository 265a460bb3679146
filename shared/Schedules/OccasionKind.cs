namespace FitServerless.Schedules;

/// <summary>What people get on a schedule. The names are stored: new ones may be added, old ones never renamed.</summary>
public enum OccasionKind
{
    DailyBriefing,
    WeekdayPlan,
    EveningReview,
    WeeklyReport,
    WeeklyInsights,
    MonthlyReport,
    Backup,
}
