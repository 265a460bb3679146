using FitServerless.Schedules;

namespace FitServerless.Briefings.Reports;

/// <summary>The kinds of briefings.</summary>
internal static class AllReports
{
    public static readonly IReadOnlyList<IReport> All =
        [new DailyReport(), new WeekdayPlanReport(), new EveningReport(), new WeeklyReport(), new InsightsReport(), new MonthlyReport()];

    public static IReport Of(OccasionKind kind) => All.Single(report => report.Kind == kind);
}
