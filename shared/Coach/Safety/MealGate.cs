using FitServerless.Coach.Meals;

namespace FitServerless.Coach.Safety;

/// <summary>What holds for every suggestion of meals, whoever made it.</summary>
internal static class MealGate
{
    private const int MostNotes = 16;

    /// <summary>Of the energy: rules lower the protein where a diet has too little of it, no further than to about the RDA.</summary>
    private const double LowestProtein = 0.55;

    public static IEnumerable<GateFault> Check(MealSuggestion suggestion, MealBrief brief)
    {
        if (suggestion.Meals is not { } meals || meals.Count != brief.Places.Count || meals.Any(meal => meal is null))
            return [new GateFault(GateRule.Bounds, "meals", $"Are not {brief.Places.Count}.")];
        return meals
            .SelectMany((meal, i) => SingleMealGate.Check(meal, $"meals[{i}]", brief.Diet))
            .Concat(CheckNotes(suggestion.Notes))
            .Concat(CheckWhole(suggestion, brief));
    }

    private static IEnumerable<GateFault> CheckNotes(IReadOnlyList<string>? notes)
    {
        if (notes is null || notes.Count > MostNotes)
            return [new GateFault(GateRule.Bounds, "notes", $"Are missing, or more than {MostNotes}.")];
        return notes.SelectMany((note, i) => AnswerText.Check(note, $"notes[{i}]", AnswerText.LongestNote));
    }

    private static IEnumerable<GateFault> CheckWhole(MealSuggestion suggestion, MealBrief brief)
    {
        var (targets, aims) = (suggestion.Targets, brief.Targets);
        if (targets is null || targets.Calories != aims.Calories || targets.Protein > aims.Protein || targets.Protein < LowestProtein * aims.Protein)
        {
            yield return new GateFault(GateRule.Targets, "targets", "Are not those that were aimed at.");
            yield break;
        }

        var whole = suggestion.Meals.Aggregate(default(Nutrients), (sum, meal) => sum + MealPortions.Nutrients(meal));
        if (!(whole.Kcal >= brief.CalorieFloor))
            yield return new GateFault(GateRule.CalorieFloor, "meals", $"Come to less than {brief.CalorieFloor} kcal.");
        if (!MealTolerances.IsNear(whole.Kcal, targets.Calories, MealTolerances.Energy))
            yield return new GateFault(GateRule.Targets, "meals", $"Come to {whole.Kcal:F0} kcal and not to {targets.Calories}.");
        if (!MealTolerances.IsNear(whole.Protein, targets.Protein, MealTolerances.Protein))
            yield return new GateFault(GateRule.Targets, "meals", $"Have {whole.Protein:F0} g of protein and not {targets.Protein}.");
    }
}
