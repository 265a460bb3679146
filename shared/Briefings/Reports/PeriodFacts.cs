using FitServerless.Briefings.Log;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>What was done from one day to another, both included.</summary>
/// <param name="Days">Days with a workout.</param>
public sealed record PeriodFacts(DateOnly From, DateOnly To, int Days, Totals Totals)
{
    internal static PeriodFacts Of(PersonLog log, DateOnly from, DateOnly to)
    {
        var workouts = log.Between(from, to);
        return new PeriodFacts(from, to, workouts.Select(workout => log.Days.Of(workout.StartedAt)).Distinct().Count(), Totals.Of(workouts));
    }

    internal static IReadOnlyList<SportTotals> SportsOf(PersonLog log, DateOnly from, DateOnly to) =>
    [
        .. log.Between(from, to).GroupBy(workout => workout.Sport, (sport, workouts) => new SportTotals(sport, Totals.Of([.. workouts])))
            .OrderByDescending(sport => sport.Totals.Seconds).ThenBy(sport => sport.Sport, StringComparer.Ordinal),
    ];
}
