namespace FitServerless.Nutrition;

/// <summary>What meals should add up to.</summary>
/// <param name="Calories">kcal.</param>
/// <param name="Protein">Grams.</param>
/// <param name="Carbs">Grams.</param>
/// <param name="Fat">Grams.</param>
/// <param name="Fiber">Grams, at least.</param>
public sealed record NutrientTargets(int Calories, int Protein, int Carbs, int Fat, int Fiber);
