using NCrontab;

namespace FitServerless.Schedules.Rules;

internal static class Cron
{
    public static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };
}
