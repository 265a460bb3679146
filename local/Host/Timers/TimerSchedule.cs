using System.Globalization;
using NCrontab;

namespace FitServerless.Local.Host.Timers;

/// <summary>
/// NCRONTAB of six fields (five leave out the seconds) or a time span between runs. In UTC, as in Azure, where only
/// Windows plans can be set to another zone; Core Tools takes the machine's.
/// </summary>
internal sealed class TimerSchedule
{
    private readonly Func<DateTime, DateTime> _next;

    private TimerSchedule(Func<DateTime, DateTime> next, bool isSubMinute)
    {
        _next = next;
        IsSubMinute = isSubMinute;
    }

    /// <summary>Too frequent for the real host to keep its status in storage.</summary>
    public bool IsSubMinute { get; }

    public static TimerSchedule Parse(string expression, string functionName)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cron = CrontabSchedule.TryParse(expression, new() { IncludingSeconds = fields.Length != 5 });
        if (cron is not null) return new(cron.GetNextOccurrence, IsEveryFewSeconds(cron, fields));
        if (TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new(after => after + interval, interval < TimeSpan.FromMinutes(1));
        throw new FunctionHostException($"The schedule '{expression}' of '{functionName}' is neither NCRONTAB nor a time span.");
    }

    public DateTime NextAfter(DateTime utc) => _next(utc);

    private static bool IsEveryFewSeconds(CrontabSchedule cron, string[] fields)
    {
        var anyMinute = DateTime.UnixEpoch;
        return fields.Length == 6 && fields.Skip(1).All(field => field == "*")
            && cron.GetNextOccurrences(anyMinute, anyMinute.AddMinutes(1)).Skip(1).Any();
    }
}
