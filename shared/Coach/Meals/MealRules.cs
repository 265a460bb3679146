using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>Composes meals without a model: draws dishes, solves for their portions, and draws again until they fit.</summary>
public static class MealRules
{
    /// <summary>Most days fit at the first or second draw; what doesn't in so many has hardly any food left.</summary>
    private const int MostDraws = 150;

    /// <summary>Kept from the edge of what the gate lets through, since figures are rounded afterwards.</summary>
    private const double Margin = 0.8;

    /// <summary>Where the target is the floor, half of all portions would fall below it: aim at the middle of what is allowed.</summary>
    private const double AboveFloor = 1.02;

    /// <summary>
    /// Of the protein aimed at, one after the other, when a diet allows too little of it. The last is not below the 0.8 g/kg that everybody
    /// needs: 0.58 of the lowest aim, 1.4 g/kg.
    /// </summary>
    private static readonly double[] ProteinAims = [1, 0.8, 0.6];

    /// <param name="seed">The same seed has the same meals: <see cref="CoachSeed"/>.</param>
    public static MealOutcome Suggest(MealBrief brief, int seed)
    {
        var drafter = new MealDrafter(brief.Diet, new Random(seed));
        foreach (var aim in ProteinAims)
        {
            var targets = aim == 1 ? brief.Targets : DayTargets.Of(brief.Targets.Calories, brief.Targets.Protein * aim, brief.Goal);
            if (Compose(brief, targets, drafter) is { } meals)
                return new MealOutcome.Suggested(Suggestion(brief, targets, meals));
        }

        return new MealOutcome.Impossible("With so much left out, no meals come near the targets. Fewer restrictions, or a dietitian, would help.");
    }

    private static IReadOnlyList<Meal>? Compose(MealBrief brief, NutrientTargets targets, MealDrafter drafter)
    {
        var aims = targets with { Calories = Math.Max(targets.Calories, (int)(brief.CalorieFloor * AboveFloor)) };
        for (var draw = 0; draw < MostDraws; draw++)
        {
            if (drafter.Draw(brief.Places) is not { } drafts)
                return null;
            var meals = MealPortions.Measure(drafts, PortionSolver.Solve(PortionProblem.Of(aims, drafts)));
            if (IsFine(meals, targets, brief.CalorieFloor))
                return meals;
        }

        return null;
    }

    private static bool IsFine(IReadOnlyList<Meal> meals, NutrientTargets targets, int floor)
    {
        var whole = meals.Select(MealPortions.Nutrients).Aggregate((sum, meal) => sum + meal);
        return whole.Kcal >= floor
            && MealTolerances.IsNear(whole.Kcal, targets.Calories, MealTolerances.Energy * Margin)
            && MealTolerances.IsNear(whole.Protein, targets.Protein, MealTolerances.Protein * Margin)
            && MealTolerances.IsNear(whole.Carbs, targets.Carbs, MealTolerances.OtherMacros)
            && MealTolerances.IsNear(whole.Fat, targets.Fat, MealTolerances.OtherMacros)
            && meals.All(meal => MealTolerances.IsNear(MealPortions.Nutrients(meal).KcalOfMacros, meal.Calories, MealTolerances.Sums * Margin));
    }

    private static MealSuggestion Suggestion(MealBrief brief, NutrientTargets targets, IReadOnlyList<Meal> meals) => new()
    {
        Meals = meals,
        Targets = targets,
        Notes = targets == brief.Targets
            ? brief.Notes
            : [.. brief.Notes, "What is left out leaves few sources of protein: the protein target is lower than usual for your goal."],
    };
}
