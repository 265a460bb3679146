using FitServerless.Briefings.Log;
using FitServerless.Schedules;

namespace FitServerless.Briefings.Reports;

/// <summary>The evening: planned and done, eaten and meant to be eaten, and what comes tomorrow.</summary>
internal sealed class EveningReport : IReport
{
    public OccasionKind Kind => OccasionKind.EveningReview;

    public string Nothing => "Nothing was planned or logged today. A quiet day is a day, too; what you do log tomorrow will stand here.";

    public string Title(DateOnly day) => $"Your {day.DayOfWeek} in review";

    public BriefingData? Collect(PersonLog log)
    {
        var plan = PlanFacts.Of(log.PlannedOn(log.Today), log.Between(log.Today, log.Today));
        var tomorrow = PlanOrder.Of(log.PlannedOn(log.Today.AddDays(1)));
        var data = new BriefingData
        {
            Plan = plan is { Planned: 0, Trained.Count: 0 } ? null : plan,
            Food = FoodFacts.Of(log),
            Tomorrow = tomorrow.Count > 0 ? tomorrow : null,
        };
        return data == new BriefingData() ? null : data;
    }

    public IEnumerable<string> Tell(BriefingData data, Phrases phrases)
    {
        if (data.Plan is { } plan)
        {
            if (plan.Planned > 0)
                yield return $"Done: {plan.Done} of {plan.Planned} planned.";
            yield return plan.Trained.Count > 0 ? $"Trained today: {phrases.Totals(plan.Trained)}." : "No workout was logged today.";
            foreach (var missed in plan.Missed)
                yield return $"Still open: {Phrases.Session(missed)}.";
        }

        if (data.Food is { } food)
            yield return Food(food);
        if (data.Tomorrow is { } tomorrow)
            yield return $"Tomorrow: {string.Join("; ", tomorrow.Select(Phrases.Session))}.";
    }

    private static string Food(FoodFacts food)
    {
        var calories = food.TargetCalories is { } kcal ? $"{food.Calories} of {kcal} kcal" : $"{food.Calories} kcal";
        var protein = food.TargetProtein is { } grams ? $"{food.Protein} of {grams} g protein" : $"{food.Protein} g protein";
        return $"Food, {Phrases.Count(food.Entries, "entry").Replace("entrys", "entries", StringComparison.Ordinal)}: {calories}, {protein}.";
    }
}
