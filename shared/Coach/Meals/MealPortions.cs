namespace FitServerless.Coach.Meals;

/// <summary>Makes meals of drafts and amounts.</summary>
internal static class MealPortions
{
    /// <param name="grams">Of each food, meal after meal.</param>
    public static IReadOnlyList<Meal> Measure(IReadOnlyList<DraftMeal> drafts, double[] grams)
    {
        var meals = new List<Meal>();
        var at = 0;
        foreach (var draft in drafts)
        {
            meals.Add(Measure(draft, grams.AsSpan(at, draft.Foods.Count)));
            at += draft.Foods.Count;
        }

        return meals;
    }

    public static Nutrients Nutrients(Meal meal) => new(meal.Calories, meal.Protein, meal.Carbs, meal.Fat, meal.Fiber);

    private static Meal Measure(DraftMeal draft, ReadOnlySpan<double> grams)
    {
        var sum = default(Nutrients);
        var ingredients = new List<Ingredient>();
        for (var i = 0; i < grams.Length; i++)
        {
            ingredients.Add(new Ingredient(draft.Foods[i].Name, grams[i]));
            sum += Meals.Nutrients.Of(draft.Foods[i], grams[i]);
        }

        return new Meal(
            draft.Name, SlotName(draft.Place.Slot), ingredients,
            Math.Round(sum.Kcal), Tenths(sum.Protein), Tenths(sum.Carbs), Tenths(sum.Fat), Tenths(sum.Fiber));
    }

    private static double Tenths(double grams) => Math.Round(grams, 1);

    private static string SlotName(MealSlot slot) => slot switch
    {
        MealSlot.Breakfast => "breakfast",
        MealSlot.Lunch => "lunch",
        MealSlot.Dinner => "dinner",
        _ => "snack",
    };
}
