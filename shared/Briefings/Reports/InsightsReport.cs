using FitServerless.Briefings.Log;
using FitServerless.Schedules;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>Patterns of the last four weeks: the best day, the trend, recovery, consistency, and what to change.</summary>
internal sealed class InsightsReport : IReport
{
    private const int Weeks = 4;

    /// <summary>Fewer are no pattern.</summary>
    private const int FewestWorkouts = 4;

    public OccasionKind Kind => OccasionKind.WeeklyInsights;

    public string Nothing =>
        $"Patterns need at least {FewestWorkouts} workouts in four weeks, and there are fewer. Keep logging; there will be something to see.";

    public string Title(DateOnly day) => "Patterns of your last four weeks";

    public BriefingData? Collect(PersonLog log)
    {
        var (first, last) = (log.Today.AddDays((-7 * Weeks) + 1), log.Today);
        var workouts = log.Between(first, last);
        if (workouts.Count < FewestWorkouts)
            return null;
        var weeks = Enumerable.Range(0, Weeks).Select(week => PeriodFacts.Of(log, first.AddDays(7 * week), first.AddDays((7 * week) + 6))).ToList();
        var (minutes, before) = (Recent(weeks, skip: 2), Recent(weeks, skip: 0));
        var sleep = log.UsualSleep(last.AddDays(-6), last) is { } nights ? new SleepFacts(nights, log.UsualSleep(first, last.AddDays(-7))) : null;
        var load = LoadFacts.Of(log, last, last.AddDays(-7));
        return new BriefingData
        {
            Period = PeriodFacts.Of(log, first, last),
            Sleep = sleep,
            Load = load,
            Insights =
            [
                BestDay(log, workouts),
                new Insight("trend", Trend(minutes, before)),
                new Insight("recovery", Recovery(sleep, load)),
                new Insight("consistency", $"Days with a workout, week by week: {string.Join(", ", weeks.Select(week => week.Days))}."),
                new Insight("change", Change(weeks, sleep, load, minutes, before)),
            ],
        };
    }

    public IEnumerable<string> Tell(BriefingData data, Phrases phrases) => data.Insights!.Select(insight => insight.Text);

    private static long Recent(List<PeriodFacts> weeks, int skip) => weeks.Skip(skip).Take(2).Sum(week => week.Totals.Seconds) / 60;

    private static Insight BestDay(PersonLog log, IReadOnlyList<StatEntry> workouts)
    {
        var best = workouts.GroupBy(
            workout => log.Days.Of(workout.StartedAt).DayOfWeek, (day, some) => (Day: day, Seconds: some.Sum(one => (long)one.Seconds)))
            .OrderByDescending(day => day.Seconds).ThenBy(day => day.Day).First();
        return new Insight("best-day", $"Most of your training falls on {best.Day}s: {Phrases.Seconds(best.Seconds)} in four weeks.");
    }

    private static string Trend(long minutes, long before) => (minutes, before) switch
    {
        (_, 0) => $"The last two weeks had {Phrases.Minutes(minutes)} of training, after two without.",
        _ when minutes > before * 1.1 => $"Upwards: {Phrases.Minutes(minutes)} in the last two weeks, {Phrases.Minutes(before)} in the two before.",
        _ when minutes < before * 0.9 => $"Downwards: {Phrases.Minutes(minutes)} in the last two weeks, {Phrases.Minutes(before)} in the two before.",
        _ => $"Steady: {Phrases.Minutes(minutes)} in the last two weeks, {Phrases.Minutes(before)} in the two before.",
    };

    private static string Recovery(SleepFacts? sleep, LoadFacts? load)
    {
        var nights = sleep is null ? "Too few nights are logged to tell of sleep."
            : sleep.UsualMinutes is { } usual
                ? $"You slept {Phrases.Minutes(sleep.Minutes)} a night this week, {Phrases.Minutes(usual)} in the three before."
            : $"You slept {Phrases.Minutes(sleep.Minutes)} a night this week.";
        return load is null ? nights : Phrases.Text($"{nights} Form is {load.Form:0.#} ({Phrases.Signed(load.FormChange)} in a week).");
    }

    /// <summary>The first that applies: sleep comes before training, and rhythm before amount.</summary>
    private static string Change(List<PeriodFacts> weeks, SleepFacts? sleep, LoadFacts? load, long minutes, long before) =>
        sleep is { Minutes: < 7 * 60 } ? "To change: go to bed half an hour earlier; below seven hours a night, training pays off less."
        : load is { Form: < -20 } ? "To change: make the coming week an easy one; fatigue is well ahead of fitness."
        : weeks.Exists(week => week.Days >= 7) ? "To change: keep one day a week free of training."
        : weeks.Min(week => week.Days) < 2 ? "To change: fix two days a week and keep to those, even if only for 20 minutes."
        : minutes > before * 1.3 ? "To change: nothing more for now; hold this amount for two weeks before you add to it."
        : "To change: make one session a week a little harder or longer, and leave the others as they are.";
}
