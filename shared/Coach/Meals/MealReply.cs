namespace FitServerless.Coach.Meals;

/// <summary>Meals as a model gives them.</summary>
internal sealed record MealReply(IReadOnlyList<Meal>? Meals);
