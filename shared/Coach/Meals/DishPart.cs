using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>One food of a dish.</summary>
/// <param name="Choices">All foods that it may be.</param>
internal sealed record DishPart(IReadOnlyList<Food> Choices, bool IsOptional)
{
    /// <summary>
    /// Roles with <c>|</c> between them, each with <c>@group</c> where only one group will do; a <c>?</c> for what may be left out.
    /// </summary>
    public static DishPart Parse(string text) => new(
        [.. text.TrimEnd('?').Split('|').SelectMany(Foods)],
        text.EndsWith('?'));

    private static IEnumerable<Food> Foods(string choice)
    {
        var parts = choice.Split('@');
        var role = Enum.Parse<FoodRole>(parts[0], ignoreCase: true);
        return FoodCatalogue.All.Where(food => food.Role == role && (parts.Length == 1 || food.Group == parts[1]));
    }
}
