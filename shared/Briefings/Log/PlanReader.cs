using System.Globalization;
using System.Text.Json;
using FitServerless.Stats;

namespace FitServerless.Briefings.Log;

/// <summary>
/// Reads what is planned: sessions with a start, and of plans their <c>schedule</c>, a list of <c>{date | weekday, title, minutes, sport, at,
/// priority, status}</c>. Whatever else is there, or missing, is passed over.
/// </summary>
internal sealed class PlanReader(LocalDays days)
{
    private const int UsualPriority = 3;
    private const int MostMinutes = 24 * 60;

    private static readonly string[] Over = ["done", "completed", "complete", "finished"];
    private static readonly string[] Resting = ["paused", "archived", "cancelled", "canceled", "draft"];

    /// <summary>A session that has ended was done.</summary>
    public PlannedSession? Session(JsonElement session)
    {
        if (session.Time("start", "start_time", "startedAt") is not { } start || Is(session, Resting))
            return null;
        var local = TimeZoneInfo.ConvertTime(start, days.Zone);
        var end = session.Time("end", "end_time", "endedAt");
        return Of(session, DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime), (end - start)?.TotalMinutes) with
        {
            IsDone = Is(session, Over) || (end is not null && session.Text("status") is null),
        };
    }

    /// <summary>What a plan has for those days.</summary>
    public static IEnumerable<PlannedSession> Schedule(JsonElement plan, IReadOnlyList<DateOnly> wanted)
    {
        if (Is(plan, Resting) || Is(plan, Over))
            return [];
        return plan.Items("schedule").SelectMany(item => wanted.Where(day => IsOn(item, day)).Select(day =>
            Of(item, day, TimeOf(item), null) with { IsDone = item.Text("date") is not null && Is(item, Over) }));
    }

    private static PlannedSession Of(JsonElement members, DateOnly day, TimeOnly? at, double? minutes)
    {
        var sport = members.Text("sport", "sportType");
        minutes = members.Number(MostMinutes, "minutes", "duration_minutes", "durationMinutes") ?? minutes;
        return new PlannedSession(
            day,
            members.Text("title", "name") ?? sport ?? "Session",
            sport,
            minutes is > 0 and <= MostMinutes ? (int)Math.Round(minutes.Value) : null,
            at,
            (int?)members.Number(9, "priority") ?? UsualPriority);
    }

    private static bool IsOn(JsonElement item, DateOnly day) =>
        item.Text("date") is { } date ? date == day.ToString("O", CultureInfo.InvariantCulture)
        : item.Text("weekday", "day") is { } name ? Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var weekday) && weekday == day.DayOfWeek
        // ISO 8601: Monday is 1, Sunday 7.
        : item.Number(7, "weekday", "day") is { } number && (int)number % 7 == (int)day.DayOfWeek && number >= 1;

    private static TimeOnly? TimeOf(JsonElement item) =>
        TimeOnly.TryParseExact(item.Text("at", "time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static bool Is(JsonElement members, string[] words) =>
        members.Text("status") is { } status && words.Contains(status, StringComparer.OrdinalIgnoreCase);
}
