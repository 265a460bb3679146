using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>The answer to a <see cref="MealRequest"/>. The meals together come to <see cref="Targets"/>.</summary>
public sealed record MealSuggestion
{
    public required IReadOnlyList<Meal> Meals { get; init; }

    public required NutrientTargets Targets { get; init; }

    public bool AiPowered { get; init; }

    /// <summary>Which model wrote it; <c>null</c> for the rules.</summary>
    public string? Model { get; init; }

    public bool Cached { get; init; }

    /// <summary>What the person should know: assumptions made, words not understood.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
