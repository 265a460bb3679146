using System.Collections.Frozen;
using CsvHelper;
using FitServerless.Csv;

namespace FitServerless.Coach.Meals;

/// <summary>A kind of dish: which foods go together, and what that is called.</summary>
/// <param name="Title">With the places of foods: <c>{0} with {1}</c>.</param>
internal sealed record Dish(FrozenSet<MealSlot> Slots, string Title, IReadOnlyList<DishPart> Parts)
{
    public static IReadOnlyList<Dish> All { get; } = CsvResource.Read("Coach.Meals.dishes.csv", Read);

    private static Dish Read(IReaderRow row) => new(
        row.List("slots").Select(slot => Enum.Parse<MealSlot>(slot, ignoreCase: true)).ToFrozenSet(),
        row.Text("title"),
        [.. row.List("parts").Select(DishPart.Parse)]);
}
