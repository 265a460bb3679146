using System.Globalization;
using FitServerless.Briefings.Log;
using FitServerless.Schedules;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>The last month, against the one before it, with its records and its calendar.</summary>
internal sealed class MonthlyReport : IReport
{
    public OccasionKind Kind => OccasionKind.MonthlyReport;

    public string Nothing => "There was no workout in the last two months. Whenever you start again, the first one counts the most.";

    public string Title(DateOnly day) => $"Your {Periods(day).First.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";

    /// <summary>It is due when the 1st begins in UTC; west of there it is the last of the month still, and that month is meant.</summary>
    public ReportPeriods Periods(DateOnly today)
    {
        var next = today.AddDays(1);
        var end = new DateOnly(next.Year, next.Month, 1);
        return new ReportPeriods("month", end.AddMonths(-2), end.AddMonths(-1), end.AddDays(-1));
    }

    public BriefingData? Collect(PersonLog log)
    {
        var (_, early, first, last) = Periods(log.Today);
        var (month, before) = (PeriodFacts.Of(log, first, last), PeriodFacts.Of(log, early, first.AddDays(-1)));
        if (month.Totals.Count + before.Totals.Count == 0)
            return null;
        var trained = log.Between(first, last);
        return new BriefingData
        {
            Period = month,
            Before = before.Totals.Count > 0 ? before : null,
            Sports = trained.Count > 0 ? PeriodFacts.SportsOf(log, first, last) : null,
            Load = LoadFacts.Of(log, last, first.AddDays(-1)),
            Records = MonthRecords.Of(log, first, last) is { Count: > 0 } records ? records : null,
            Calendar = trained.Count > 0 ? Calendar(log, trained) : null,
            Streak = log.StreakTo(last) is { Longest: > 1 } streak ? streak : null,
        };
    }

    public IEnumerable<string> Tell(BriefingData data, Phrases phrases)
    {
        foreach (var line in WeeklyReport.Against(data, phrases, "month"))
            yield return line;
        foreach (var record in data.Records ?? [])
            yield return Record(record, phrases);
        if (data.Calendar?.MaxBy(day => day.Seconds) is { } biggest)
            yield return $"The biggest day was {Phrases.Day(biggest.Date)}: {Phrases.Seconds(biggest.Seconds)}.";
        if (data.Streak is { } streak)
            yield return $"The longest streak of the last twelve months: {streak.Longest} days.";
    }

    private static string Record(RecordFacts record, Phrases phrases)
    {
        var sport = Phrases.Plain(record.Sport);
        return record.What switch
        {
            "longest" => $"Record: your longest {sport}, {Phrases.Seconds((long)record.Value)} on {Phrases.Day(record.Date)}.",
            "farthest" => $"Record: your farthest {sport}, {phrases.Distance(record.Value)} on {Phrases.Day(record.Date)}.",
            _ => Phrases.Text($"Record: your hardest {sport}, load {record.Value:0} on {Phrases.Day(record.Date)}."),
        };
    }

    private static List<CalendarDay> Calendar(PersonLog log, IReadOnlyList<StatEntry> trained) =>
    [
        .. trained.GroupBy(workout => log.Days.Of(workout.StartedAt), (day, workouts) => (Day: day, Totals: Totals.Of([.. workouts])))
            .Select(day => new CalendarDay(day.Day, day.Totals.Count, day.Totals.Seconds, day.Totals.Load)),
    ];
}
