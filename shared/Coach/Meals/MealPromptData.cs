using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>What a model is told of a request for meals: what was made of it, and the person's own words. Nothing of who it is.</summary>
/// <param name="Foods">The only ones there may be: of others nobody knows what is in them. <c>null</c> where nothing is left out.</param>
internal sealed record MealPromptData(
    NutrientTargets Targets, IReadOnlyList<MealPlace> Slots, string? Goals, string? Restrictions, IReadOnlyList<string> LeaveOut,
    IReadOnlyList<string>? Foods)
{
    public static MealPromptData Of(MealQuestion question) => new(
        question.Brief.Targets,
        question.Brief.Places,
        question.Request.Goals?.Trim(),
        question.Request.Restrictions?.Trim(),
        [.. question.Brief.Diet.Substances.Order(StringComparer.Ordinal)],
        question.Brief.Diet.IsRestricted ? [.. FoodCatalogue.All.Where(question.Brief.Diet.Allows).Select(food => food.ShortName)] : null);
}
