using FitServerless.Briefings.Log;
using FitServerless.Schedules;

namespace FitServerless.Briefings.Reports;

/// <summary>A working day's sessions in order, and the time they take.</summary>
internal sealed class WeekdayPlanReport : IReport
{
    public OccasionKind Kind => OccasionKind.WeekdayPlan;

    public string Nothing => "Nothing is planned for today. A plan with a schedule, or a session with a start, would stand here.";

    public string Title(DateOnly day) => $"Your plan for {day.DayOfWeek}";

    public BriefingData? Collect(PersonLog log)
    {
        var planned = PlanOrder.Of(log.PlannedOn(log.Today));
        if (planned.Count == 0)
            return null;
        var minutes = planned.Sum(session => session.Minutes ?? 0);
        return new BriefingData { Today = planned, MinutesNeeded = minutes > 0 ? minutes : null };
    }

    public IEnumerable<string> Tell(BriefingData data, Phrases phrases)
    {
        var planned = data.Today!;
        for (var i = 0; i < planned.Count; i++)
            yield return $"{i + 1}. {Phrases.Session(planned[i])}";
        var more = planned.Any(session => session.Minutes is null) ? ", and what has no length yet" : "";
        if (data.MinutesNeeded is { } minutes)
            yield return $"Time needed: {Phrases.Minutes(minutes)}{more}.";
        if (planned.Count > 1)
            yield return $"If time gets short, leave out the last: {Phrases.Session(planned[^1])}.";
    }
}
