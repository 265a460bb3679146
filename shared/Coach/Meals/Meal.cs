namespace FitServerless.Coach.Meals;

/// <param name="Slot">breakfast, lunch, dinner or snack.</param>
/// <param name="Calories">kcal, as the other figures of all ingredients together.</param>
/// <param name="Protein">Grams.</param>
/// <param name="Carbs">Grams.</param>
/// <param name="Fat">Grams.</param>
/// <param name="Fiber">Grams, part of the carbs.</param>
public sealed record Meal(
    string Name, string? Slot, IReadOnlyList<Ingredient> Ingredients, double Calories, double Protein, double Carbs, double Fat, double Fiber = 0);
