using FitServerless.Coach.Meals;

namespace FitServerless.Tests.Coach.Meals;

/// <summary>
/// What safe means, said once more and without the code under test: by words in names. It knows fewer words than the rules do, and takes none of
/// theirs.
/// </summary>
internal static class MealOracle
{
    private static readonly string[] Meat =
        ["chicken", "turkey", "duck", "beef", "veal", "lamb", "venison", "rabbit", "pork", "ham", "bacon", "sirloin", "sausage", "salami"];

    private static readonly string[] Fish = ["salmon", "cod", "haddock", "pollock", "trout", "mackerel", "halibut", "tilapia", "tuna", "sardines", "catfish", "anchovy", "bass"];

    private static readonly string[] Shellfish = ["prawns", "mussels", "scallops", "crab", "squid", "shrimp", "lobster"];

    private static readonly string[] Dairy =
        ["cow", "quark", "skyr", "kefir", "mozzarella", "feta", "cheddar", "gouda", "parmesan", "ricotta", "halloumi", "paneer", "cheese", "whey", "casein", "cream"];

    private static readonly string[] Nuts = ["almond", "almonds", "walnut", "walnuts", "hazelnuts", "cashews", "cashew", "pistachios", "pecans", "macadamias", "marzipan", "nutella"];

    private static readonly string[] Gluten = ["wheat", "rye", "barley", "couscous", "bulgur", "seitan", "farro", "bagel", "spelt", "muesli", "wholemeal"];

    private static readonly string[] Peanuts = ["peanut", "peanuts", "satay"];

    private static readonly string[] Pork = ["pork", "ham", "bacon"];

    private static readonly string[] Eggs = ["egg", "eggs", "mayonnaise"];

    /// <summary>What must not be named in a meal for somebody who wrote that.</summary>
    private static readonly Dictionary<string, string[]> Forbidden = new()
    {
        ["vegetarian"] = [.. Meat, .. Fish, .. Shellfish],
        ["vegan"] = [.. Meat, .. Fish, .. Shellfish, .. Dairy, .. Eggs, "honey"],
        ["veggie"] = [.. Meat, .. Fish, .. Shellfish],
        ["peanut"] = Peanuts,
        ["lactose"] = ["skyr", "kefir", "ricotta"],
        ["gluten"] = Gluten,
        ["celiac"] = Gluten,
        ["halal"] = [.. Pork, "wine", "beer"],
        ["kosher"] = [.. Pork, .. Shellfish, "rabbit", "catfish"],
        ["pescatarian"] = Meat,
        ["pork"] = Pork,
        ["nut allergy"] = [.. Nuts, .. Peanuts],
        ["no nuts"] = [.. Nuts, .. Peanuts],
        ["nüsse"] = [.. Nuts, .. Peanuts],
        ["shellfish"] = Shellfish,
        ["mushroom"] = ["mushroom", "mushrooms"],
        ["soy"] = ["soy", "tofu", "tempeh", "edamame", "tamari"],
        ["egg allergy"] = Eggs,
        ["no eggs"] = Eggs,
        ["dairy"] = Dairy,
        ["red meat"] = ["beef", "veal", "lamb", "venison", "sirloin", .. Pork],
        ["gobbledygook"] = [.. Nuts, .. Peanuts, .. Shellfish, .. Fish, .. Dairy, .. Eggs, .. Gluten],
        ["no fish"] = Fish,
    };

    /// <returns>What is unsafe; <c>null</c> for nothing.</returns>
    public static string? FindHarm(MealSuggestion suggestion, MealRequest request, int floor)
    {
        var text = request.Restrictions?.ToLowerInvariant() ?? "";
        // Who may eat lactose-free milk is not who may eat no milk.
        var words = Forbidden.Where(entry => text.Contains(entry.Key, StringComparison.Ordinal)).SelectMany(entry => entry.Value).ToHashSet();
        foreach (var meal in suggestion.Meals)
        {
            var named = meal.Ingredients.SelectMany(ingredient => WordsOf(ingredient.Name)).Concat(WordsOf(meal.Name)).ToHashSet();
            if (named.Overlaps(words))
                return $"'{request.Restrictions}' and {meal.Name}";
            if (text.Contains("kosher", StringComparison.Ordinal) && named.Overlaps(Meat) && named.Overlaps(Dairy))
                return $"meat and milk in {meal.Name}";
        }

        var kcal = suggestion.Meals.Sum(meal => meal.Calories);
        return kcal >= floor ? null : $"{kcal} kcal";
    }

    private static string[] WordsOf(string name) => name.ToLowerInvariant().Split([' ', ',', '-', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
