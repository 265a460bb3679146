using FitServerless.Briefings.Log;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>What was planned for a day, and what was done.</summary>
/// <param name="Missed">Planned, and not done.</param>
public sealed record PlanFacts(int Planned, int Done, IReadOnlyList<PlannedSession> Missed, Totals Trained)
{
    /// <summary>
    /// A session that nobody marked is done by a workout of the day that no other session has taken, of its sport if it names one.
    /// </summary>
    internal static PlanFacts Of(IReadOnlyList<PlannedSession> planned, IReadOnlyList<StatEntry> workouts)
    {
        var left = workouts.ToList();
        foreach (var marked in planned.Where(session => session.IsDone))
            Take(left, marked);
        // Who names a sport chooses first.
        var missed = planned.Where(session => !session.IsDone).OrderBy(session => session.Sport is null)
            .Where(session => !Take(left, session)).ToList();
        return new PlanFacts(planned.Count, planned.Count - missed.Count, PlanOrder.Of(missed), Totals.Of(workouts));
    }

    private static bool Take(List<StatEntry> workouts, PlannedSession session)
    {
        var index = workouts.FindIndex(workout =>
            session.Sport is null || string.Equals(workout.Sport, session.Sport, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            workouts.RemoveAt(index);
        return index >= 0;
    }
}
