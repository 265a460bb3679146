using System.Globalization;

namespace FitServerless.Stats;

/// <summary>Adds workouts up.</summary>
internal sealed class StatsReport
{
    private readonly LocalDays _days;
    private readonly DateOnly _today;
    private readonly StatsRange _range;
    private readonly IReadOnlyList<StatEntry> _entries;
    private readonly SortedDictionary<DateOnly, List<StatEntry>> _byDay = [];

    /// <param name="entries">In any order.</param>
    public StatsReport(IEnumerable<StatEntry> entries, StatsRange range, LocalDays days, DateOnly today)
    {
        (_range, _days, _today) = (range, days, today);
        _entries = LoadEstimates.Fill(entries.OrderBy(entry => entry.StartedAt));
        foreach (var day in _entries.GroupBy(entry => days.Of(entry.StartedAt)))
            _byDay[day.Key] = [.. day];
    }

    public TrainingStats Make()
    {
        var (first, last) = _range.Shown(_today);
        var asked = _byDay.Where(day => _range.Holds(day.Key)).SelectMany(day => day.Value).ToList();
        return new TrainingStats
        {
            TimeZone = _days.Zone.Id,
            Totals = Totals.Of(asked),
            Streak = StreakOfDays.Of(_byDay.Keys, _today, _days),
            Sports = [.. asked.GroupBy(entry => entry.Sport, (sport, entries) => new SportTotals(sport, Totals.Of([.. entries])))
                .OrderByDescending(sport => sport.Totals.Seconds).ThenBy(sport => sport.Sport, StringComparer.Ordinal)],
            Calendar = [.. _byDay.Where(day => day.Key >= first && day.Key <= last).Select(day => Day(day.Key, day.Value))],
            Weeks = Weeks(first, last),
            EstimatedLoads = asked.Count(entry => entry.IsEstimated),
        };
    }

    private static CalendarDay Day(DateOnly date, List<StatEntry> entries)
    {
        var totals = Totals.Of(entries);
        return new CalendarDay(date, totals.Count, totals.Seconds, totals.Load);
    }

    private List<TrainingWeek> Weeks(DateOnly first, DateOnly last)
    {
        var weeks = new List<TrainingWeek>();
        var state = new TrainingState();
        using var days = _byDay.GetEnumerator();
        var isMore = days.MoveNext();
        var monday = StatsRange.Monday(first);
        for (; isMore && days.Current.Key < monday; isMore = days.MoveNext())
            Train(ref state, days.Current);
        for (; monday <= last; monday = monday.AddDays(7))
        {
            var week = new List<StatEntry>();
            var end = End(monday, last);
            for (; isMore && days.Current.Key <= end; isMore = days.MoveNext())
            {
                Train(ref state, days.Current);
                week.AddRange(days.Current.Value);
            }

            state.RestUntil(end);
            weeks.Add(Week(monday, week, state));
        }

        return weeks;
    }

    private static void Train(ref TrainingState state, KeyValuePair<DateOnly, List<StatEntry>> day) =>
        state.Train(day.Key, day.Value.Sum(entry => entry.Load ?? 0));

    private static DateOnly End(DateOnly monday, DateOnly last) => monday.DayNumber + 6 < last.DayNumber ? monday.AddDays(6) : last;

    private static TrainingWeek Week(DateOnly monday, List<StatEntry> entries, TrainingState state)
    {
        var totals = Totals.Of(entries);
        var time = monday.ToDateTime(TimeOnly.MinValue);
        return new TrainingWeek(
            string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):D4}-W{ISOWeek.GetWeekOfYear(time):D2}"),
            monday, totals.Count, totals.Seconds, totals.Load,
            Math.Round(state.Fitness, 1), Math.Round(state.Fatigue, 1), Math.Round(state.Form, 1));
    }
}
