using FitServerless.Briefings.Log;
using FitServerless.Schedules;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>The morning: the night, the load, the streak, yesterday and today.</summary>
internal sealed class DailyReport : IReport
{
    public OccasionKind Kind => OccasionKind.DailyBriefing;

    public string Nothing =>
        "Your log has nothing yet that a briefing could tell of. Log a workout, a night's sleep or a plan, and tomorrow's will say more.";

    public string Title(DateOnly day) => $"Your {day.DayOfWeek} briefing";

    public BriefingData? Collect(PersonLog log)
    {
        var (today, yesterday) = (log.Today, log.Today.AddDays(-1));
        var night = log.NightTo(today);
        var done = Totals.Of(log.Between(yesterday, yesterday));
        var data = new BriefingData
        {
            Sleep = night is null ? null : new SleepFacts(night.Minutes, log.UsualSleep(today.AddDays(-7), yesterday), night.Score),
            Load = LoadFacts.Of(log, yesterday, yesterday.AddDays(-1)),
            Streak = log.StreakTo(yesterday) is { Current: > 0 } streak ? streak : null,
            Yesterday = done.Count > 0 ? done : null,
            Today = PlanOrder.Of(log.PlannedOn(today)) is { Count: > 0 } planned ? planned : null,
        };
        return data == new BriefingData() ? null : data;
    }

    public IEnumerable<string> Tell(BriefingData data, Phrases phrases)
    {
        if (data.Sleep is { } sleep)
            yield return Sleep(sleep);
        if (data.Load is { } load)
            yield return Phrases.Text(
                $"Fitness {load.Fitness:0.#}, fatigue {load.Fatigue:0.#}, form {load.Form:0.#} ({Phrases.Signed(load.FormChange)} since yesterday).");
        yield return data.Yesterday is { } done ? $"Yesterday: {phrases.Totals(done)}." : "Yesterday was a day without a workout.";
        if (data.Streak is { Current: > 1 } streak)
            yield return $"Your streak: {streak.Current} days in a row{(streak.Current == streak.Longest ? ", your longest" : "")}.";
        yield return data.Today is { } planned
            ? $"Planned for today: {string.Join("; ", planned.Select(Phrases.Session))}."
            : "Nothing is planned for today.";
    }

    private static string Sleep(SleepFacts sleep)
    {
        var usual = (sleep.Minutes - sleep.UsualMinutes) switch
        {
            null => "",
            >= 15 and var more => $", {Phrases.Minutes(more)} more than usual",
            <= -15 and var less => $", {Phrases.Minutes(-less)} less than usual",
            _ => ", as usual",
        };
        return $"You slept {Phrases.Minutes(sleep.Minutes)}{usual}{(sleep.Score is { } score ? $" (score {score})" : "")}.";
    }
}
