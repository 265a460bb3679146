using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>What meals have to be like: a request, understood. Rules and models work from it, and the gate holds both to it.</summary>
public sealed record MealBrief
{
    /// <summary>Of all the meals together.</summary>
    public required NutrientTargets Targets { get; init; }

    /// <summary>kcal that all the meals together must not come below.</summary>
    public required int CalorieFloor { get; init; }

    public required NutritionGoal Goal { get; init; }

    public required Diet Diet { get; init; }

    /// <summary>What the meals are in the day, and which part of <see cref="Targets"/> each has; the parts come to 1.</summary>
    public required IReadOnlyList<MealPlace> Places { get; init; }

    /// <summary>For the answer: what was assumed, what was not understood.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
