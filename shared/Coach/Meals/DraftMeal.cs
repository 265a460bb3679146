using System.Globalization;
using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>A dish whose foods are chosen, and not yet how much of each.</summary>
internal sealed record DraftMeal(MealPlace Place, Dish Dish, IReadOnlyList<Food> Foods)
{
    /// <summary>Named after what is in it.</summary>
    public string Name
    {
        get
        {
            var name = string.Format(CultureInfo.InvariantCulture, Dish.Title, [.. Foods.Select(food => food.ShortName)]);
            return string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1));
        }
    }
}
