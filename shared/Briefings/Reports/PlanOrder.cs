using FitServerless.Briefings.Log;

namespace FitServerless.Briefings.Reports;

/// <summary>The order in which a day's sessions are best done: what matters most first, and of that what has a time, by it.</summary>
internal static class PlanOrder
{
    public static IReadOnlyList<PlannedSession> Of(IEnumerable<PlannedSession> sessions) =>
    [
        .. sessions.Where(session => !session.IsDone)
            .OrderBy(session => session.Priority)
            .ThenBy(session => session.At ?? TimeOnly.MaxValue)
            .ThenBy(session => session.Title, StringComparer.Ordinal),
    ];
}
