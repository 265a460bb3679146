using FitServerless.Coach.Meals;
using FitServerless.Language;
using FitServerless.Nutrition;

namespace FitServerless.Coach.Safety;

/// <summary>What holds for one meal.</summary>
internal static class SingleMealGate
{
    private const int MostIngredients = 20;
    private const double MostGrams = 1_500;
    private const double MostKcal = 5_000;

    /// <summary>kcal; what rounding may do to a small meal.</summary>
    private const double Slack = 15;

    public static IEnumerable<GateFault> Check(Meal meal, string where, Diet diet)
    {
        if (!IsBounded(meal))
            return
            [
                new GateFault(
                    GateRule.Bounds, where, $"Has 1 to {MostIngredients} ingredients of 1 to {MostGrams} g, and figures of 0 to {MostKcal}."),
            ];
        var foods = meal.Ingredients.Select(ingredient => FoodCatalogue.Find(ingredient.Name)).ToList();
        var rest = RestOfName(meal, foods, diet);
        return AnswerText.Check(meal.Name, $"{where}.name", AnswerText.LongestName)
            .Concat(meal.Ingredients.SelectMany((ingredient, i) => CheckIngredient(ingredient.Name, foods[i], $"{where}.ingredients[{i}]", diet)))
            .Concat(CheckName(rest, $"{where}.name", diet))
            .Concat(CheckPairs(foods, rest, where, diet))
            .Concat(CheckSums(meal, foods, where));
    }

    private static bool IsBounded(Meal meal) =>
        meal is { Name: not null, Ingredients.Count: >= 1 and <= MostIngredients }
        && meal.Ingredients.All(ingredient => ingredient is { Name.Length: >= 1 and <= AnswerText.LongestName, Grams: >= 1 and <= MostGrams })
        && new[] { meal.Calories, meal.Protein, meal.Carbs, meal.Fat, meal.Fiber }.All(figure => figure is >= 0 and <= MostKcal);

    private static IEnumerable<GateFault> CheckIngredient(string name, Food? food, string where, Diet diet)
    {
        if (food is not null ? !diet.Allows(food) : diet.FindForbiddenWord(name) is not null)
            yield return new GateFault(GateRule.Restriction, where, "Is not in the diet.");
        else if (food is null && diet.IsRestricted)
            yield return new GateFault(GateRule.UnknownFood, where, "Is not in the catalogue, so nobody knows what is in it.");
        foreach (var fault in AnswerText.Check(name, where, AnswerText.LongestName))
            yield return fault;
    }

    /// <summary>A name may say what its foods are called ("peanut butter" to somebody without milk), and nothing else that is forbidden.</summary>
    private static IEnumerable<GateFault> CheckName(string rest, string where, Diet diet)
    {
        if (diet.FindForbiddenWord(rest) is not null)
            yield return new GateFault(GateRule.Restriction, where, "Names what is not in the diet.");
    }

    private static IEnumerable<GateFault> CheckPairs(List<Food?> foods, string rest, string where, Diet diet)
    {
        if (diet.SeparatesMeatAndMilk && Has("meat", foods, rest) && Has("milk", foods, rest))
            yield return new GateFault(GateRule.Restriction, where, "Has meat and milk in one meal.");
    }

    private static bool Has(string substance, List<Food?> foods, string rest) =>
        foods.Exists(food => food?.Has(substance) == true) || TellingWords.Of([substance]).Overlaps(Words.StemsOf(rest));

    /// <summary>What a meal's name says beyond its foods.</summary>
    private static string RestOfName(Meal meal, List<Food?> foods, Diet diet)
    {
        var known = foods.OfType<Food>().Where(diet.Allows).SelectMany(food => food.Stems).ToHashSet();
        return string.Join(' ', Words.Of(meal.Name).Where(word => !known.Contains(Stemmer.Stem(word))));
    }

    private static IEnumerable<GateFault> CheckSums(Meal meal, List<Food?> foods, string where)
    {
        var said = MealPortions.Nutrients(meal);
        if (!IsNear(said.KcalOfMacros, said.Kcal, MealTolerances.Sums))
            yield return new GateFault(GateRule.Sums, where, $"Macronutrients come to {said.KcalOfMacros:F0} kcal, not to {said.Kcal:F0}.");
        var known = meal.Ingredients.Zip(foods)
            .Where(pair => pair.Second is not null)
            .Aggregate(default(Nutrients), (sum, pair) => sum + Nutrients.Of(pair.Second!, pair.First.Grams));
        if (foods.Contains(null) ? said.Kcal < (known.Kcal * (1 - MealTolerances.Catalogue)) - Slack : !AgreesWith(said, known))
            yield return new GateFault(
                GateRule.Sums,
                where,
                $"By the catalogue its foods have {known.Kcal:F0} kcal, {known.Protein:F0} g protein, "
                    + $"{known.Carbs:F0} g carbs, {known.Fat:F0} g fat.");
    }

    private static bool AgreesWith(Nutrients said, Nutrients known) =>
        IsNear(said.Kcal, known.Kcal, MealTolerances.Catalogue)
        && IsNear(4 * said.Protein, 4 * known.Protein, MealTolerances.Catalogue)
        && IsNear(4 * said.Carbs, 4 * known.Carbs, MealTolerances.Catalogue)
        && IsNear(9 * said.Fat, 9 * known.Fat, MealTolerances.Catalogue);

    private static bool IsNear(double actual, double target, double tolerance) => Math.Abs(actual - target) <= (tolerance * target) + Slack;
}
