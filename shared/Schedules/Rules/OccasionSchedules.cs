using Microsoft.Extensions.Options;

namespace FitServerless.Schedules.Rules;

/// <summary>The schedules of all kinds.</summary>
internal sealed class OccasionSchedules(IOptions<ScheduleOptions> options)
{
    private readonly Dictionary<OccasionKind, OccasionSchedule> _schedules = Make(options.Value).ToDictionary(schedule => schedule.Kind);

    public IReadOnlyCollection<OccasionSchedule> All => _schedules.Values;

    public OccasionSchedule this[OccasionKind kind] => _schedules[kind];

    /// <summary>
    /// The maximum ages: a briefing is no use in the evening, nor a plan for the day after its working hours; a review may be read the next morning; a
    /// report is worth reading for days. A backup holds what there is when it is made: an old one would double the next.
    /// </summary>
    private static OccasionSchedule[] Make(ScheduleOptions timers) =>
    [
        new(OccasionKind.DailyBriefing, wanted => wanted.Briefings.Daily, new LocalHourRule(person => person.Settings.Briefings.Hour), TimeSpan.FromHours(12)),
        new(OccasionKind.WeekdayPlan, wanted => wanted.Briefings.WeekdayPlan, new LocalHourRule(_ => 9, isOnWeekdays: true), TimeSpan.FromHours(8)),
        new(OccasionKind.EveningReview, wanted => wanted.Briefings.EveningReview, new LocalHourRule(_ => 18, isOnWeekdays: true), TimeSpan.FromHours(13)),
        new(OccasionKind.WeeklyReport, wanted => wanted.Briefings.WeeklyReport, new UtcRule(timers.SendWeeklyReports), TimeSpan.FromDays(3)),
        new(OccasionKind.WeeklyInsights, wanted => wanted.Briefings.WeeklyInsights, new UtcRule(timers.SendWeeklyInsights), TimeSpan.FromDays(3)),
        new(OccasionKind.MonthlyReport, wanted => wanted.Briefings.MonthlyReport, new UtcRule(timers.SendMonthlyReports), TimeSpan.FromDays(7)),
        new(OccasionKind.Backup, _ => true, new UtcRule(timers.BackUpUsers), TimeSpan.FromHours(20)),
    ];
}
