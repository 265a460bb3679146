using FitServerless.Briefings.Log;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>
/// What somebody did in a month and never before in the twelve months before: by sport, and only where there is something to compare.
/// </summary>
internal static class MonthRecords
{
    public static IReadOnlyList<RecordFacts> Of(PersonLog log, DateOnly first, DateOnly last) =>
    [
        .. log.Between(first, last).GroupBy(workout => workout.Sport).OrderBy(sport => sport.Key, StringComparer.Ordinal).SelectMany(sport =>
        {
            var before = log.Between(first.AddYears(-1), first.AddDays(-1)).Where(workout => workout.Sport == sport.Key).ToList();
            return new[]
            {
                Best("longest", log, sport, before, workout => workout.Seconds),
                Best("farthest", log, sport, before, workout => workout.Distance),
                Best("hardest", log, sport, before, workout => workout.Load ?? 0),
            }.OfType<RecordFacts>();
        }),
    ];

    private static RecordFacts? Best(
        string what, PersonLog log, IGrouping<string, StatEntry> sport, IReadOnlyList<StatEntry> before, Func<StatEntry, double> value)
    {
        var (best, toBeat) = (sport.MaxBy(value)!, before.Select(value).DefaultIfEmpty(0).Max());
        return toBeat > 0 && value(best) > toBeat
            ? new RecordFacts(what, sport.Key, log.Days.Of(best.StartedAt), Math.Round(value(best), 1), Math.Round(toBeat, 1))
            : null;
    }
}
