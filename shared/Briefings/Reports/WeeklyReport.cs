using FitServerless.Briefings.Log;
using FitServerless.Schedules;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>The last week from Monday to Sunday, against the week before.</summary>
internal sealed class WeeklyReport : IReport
{
    public OccasionKind Kind => OccasionKind.WeeklyReport;

    public string Nothing => "There was no workout in the last two weeks. The next one you log opens a new page here.";

    public string Title(DateOnly day) => Phrases.Text($"Your week to {Periods(day).Last:yyyy-MM-dd}");

    /// <summary>It is due on Mondays in UTC; west of there it may be Sunday still, and the week that then ends is meant.</summary>
    public ReportPeriods Periods(DateOnly today)
    {
        var last = StatsRange.Monday(today.AddDays(1)).AddDays(-1);
        return new ReportPeriods("week", last.AddDays(-13), last.AddDays(-6), last);
    }

    public BriefingData? Collect(PersonLog log)
    {
        var (_, early, first, last) = Periods(log.Today);
        var (week, before) = (PeriodFacts.Of(log, first, last), PeriodFacts.Of(log, early, first.AddDays(-1)));
        if (week.Totals.Count + before.Totals.Count == 0)
            return null;
        return new BriefingData
        {
            Period = week,
            Before = before.Totals.Count > 0 ? before : null,
            Sports = week.Totals.Count > 0 ? PeriodFacts.SportsOf(log, first, last) : null,
            Load = LoadFacts.Of(log, last, last.AddDays(-7)),
        };
    }

    public IEnumerable<string> Tell(BriefingData data, Phrases phrases) => Against(data, phrases, "week");

    /// <summary>A period, the one before, its sports and the load.</summary>
    public static IEnumerable<string> Against(BriefingData data, Phrases phrases, string period)
    {
        var now = data.Period!;
        yield return now.Totals.Count > 0
            ? $"Last {period}: {phrases.Totals(now.Totals)}, on {Phrases.Count(now.Days, "day")}."
            : $"Last {period} had no workout.";
        yield return data.Before is { } before
            ? $"The {period} before: {phrases.Totals(before.Totals)}; {Change(now.Totals, before.Totals, period)}."
            : $"The {period} before had no workout.";
        if (data.Sports is { Count: > 1 } sports)
        {
            foreach (var sport in sports)
                yield return $"{Phrases.Plain(sport.Sport)}: {phrases.Totals(sport.Totals)}.";
        }

        if (data.Load is { } load)
            yield return Phrases.Text(
                $"Fitness {load.Fitness:0.#}, fatigue {load.Fatigue:0.#}, form {load.Form:0.#} ({Phrases.Signed(load.FormChange)} in the {period}).");
    }

    private static string Change(Totals now, Totals before, string period)
    {
        var minutes = (now.Seconds - before.Seconds) / 60;
        return minutes switch
        {
            > 0 => $"last {period} had {Phrases.Minutes(minutes)} more",
            < 0 => $"last {period} had {Phrases.Minutes(-minutes)} less",
            _ => $"last {period} had the same time",
        };
    }
}
