namespace FitServerless.Coach.Meals;

/// <summary>How a day's energy is spread over meals.</summary>
internal static class MealPlaces
{
    private static readonly MealPlace Breakfast = new(MealSlot.Breakfast, 0.3), Lunch = new(MealSlot.Lunch, 0.35), Dinner = new(MealSlot.Dinner, 0.35),
        Snack = new(MealSlot.Snack, 0.12);

    /// <summary>A third of a day's food in one meal is a meal; all of it would not be.</summary>
    public static double DayShare(int meals) => meals switch { 1 => 0.35, 2 => 0.7, _ => 1 };

    public static IReadOnlyList<MealPlace> Of(int meals)
    {
        MealPlace[] places = meals switch
        {
            1 => [Dinner],
            2 => [Lunch, Dinner],
            3 => [Breakfast, Lunch, Dinner],
            _ => [Breakfast, Lunch, .. Enumerable.Repeat(Snack, meals - 3), Dinner],
        };
        var sum = places.Sum(place => place.Share);
        return [.. places.Select(place => place with { Share = place.Share / sum })];
    }
}
