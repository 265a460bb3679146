using System.ComponentModel.DataAnnotations;
using FitServerless.Schedules.Rules;
using NCrontab;

namespace FitServerless.Schedules;

/// <summary>
/// When the timers fire, as six-field NCRONTAB in UTC, and how patiently they run. The first three only look who is due by their own clock, and
/// must fire each quarter hour; the four behind them are themselves when everybody is due.
/// </summary>
public sealed class ScheduleOptions : IValidatableObject
{
    public const string Section = "Schedules";

    public string SendDailyBriefings { get; set; } = "0 */15 * * * *";

    public string PlanWeekdayMornings { get; set; } = "0 */15 * * * *";

    public string ReviewWeekdayEvenings { get; set; } = "0 */15 * * * *";

    public string SendWeeklyReports { get; set; } = "0 0 6 * * 1";

    public string SendWeeklyInsights { get; set; } = "0 0 12 * * 0";

    public string SendMonthlyReports { get; set; } = "0 0 0 1 * *";

    public string BackUpUsers { get; set; } = "0 0 2 * * *";

    public string ResumeSchedules { get; set; } = "0 20 */6 * * *";

    public string PurgeScheduleHistory { get; set; } = "0 50 3 * * *";

    public string PurgeExpired { get; set; } = "0 0 0 * * *";

    public string PruneQuotas { get; set; } = "0 0 * * * *";

    public string UpdateResearch { get; set; } = "0 30 4 * * 1";

    /// <summary>How often one person's job is tried before the person is set aside.</summary>
    [Range(1, 8)]
    public int Tries { get; set; } = 5;

    /// <summary>Before the second try; four times as long before each further one: with the defaults 1, 4, 16 and 64 minutes.</summary>
    [Range(1, 600)]
    public int RetrySeconds { get; set; } = 60;

    /// <summary>One person's job; past it, it counts as failed.</summary>
    [Range(1, 600)]
    public int JobSeconds { get; set; } = 60;

    /// <summary>
    /// One person's backup, which may hold gigabytes. Flex Consumption ends a page of them after 30 minutes; who is done by then stays so.
    /// </summary>
    [Range(1, 1_500)]
    public int BackupSeconds { get; set; } = 600;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from schedule in new[]
        {
            SendDailyBriefings, PlanWeekdayMornings, ReviewWeekdayEvenings, SendWeeklyReports, SendWeeklyInsights, SendMonthlyReports,
            BackUpUsers, ResumeSchedules, PurgeScheduleHistory, PurgeExpired, PruneQuotas, UpdateResearch,
        }
        where CrontabSchedule.TryParse(schedule, Cron.WithSeconds) is null
        select new ValidationResult($"'{schedule}' is no NCRONTAB expression of six fields.");
}
