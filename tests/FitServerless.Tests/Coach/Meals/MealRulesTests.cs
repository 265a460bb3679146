using FitServerless.Coach;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Safety;
using FitServerless.Nutrition;

namespace FitServerless.Tests.Coach.Meals;

public sealed class MealRulesTests
{
    [Fact]
    public void A_thousand_people_get_meals_that_hit_their_targets_and_break_nothing()
    {
        foreach (var (request, seed) in CoachCases.Meals(1_000))
        {
            var brief = Brief(request);
            var suggestion = Suggest(brief, seed);
            Assert.Empty(CoachGate.Check(suggestion, brief));
            Assert.Null(MealOracle.FindHarm(suggestion, request, brief.CalorieFloor));
            Assert.InRange(suggestion.Meals.Sum(meal => meal.Calories), suggestion.Targets.Calories * 0.95, suggestion.Targets.Calories * 1.05);
            Assert.InRange(suggestion.Meals.Sum(meal => meal.Protein), suggestion.Targets.Protein * 0.9, suggestion.Targets.Protein * 1.1);
        }
    }

    [Fact]
    public void Figures_are_those_of_the_ingredients()
    {
        var suggestion = Suggest(Brief(new MealRequest()), 1);
        Assert.All(suggestion.Meals, meal =>
        {
            var foods = meal.Ingredients.Select(ingredient => (Food: FoodCatalogue.All.Single(food => food.Name == ingredient.Name), ingredient.Grams)).ToList();
            Assert.Equal(foods.Sum(one => one.Food.Kcal * one.Grams / 100), meal.Calories, 0.5);
            Assert.Equal(foods.Sum(one => one.Food.Protein * one.Grams / 100), meal.Protein, 0.06);
            Assert.Equal(foods.Sum(one => one.Food.Carbs * one.Grams / 100), meal.Carbs, 0.06);
            Assert.Equal(foods.Sum(one => one.Food.Fat * one.Grams / 100), meal.Fat, 0.06);
            Assert.All(meal.Ingredients, ingredient => Assert.Equal(0, ingredient.Grams % 5));
        });
    }

    [Fact]
    public void A_meal_is_named_after_what_is_in_it()
    {
        var foods = FoodCatalogue.All.Select(food => food.ShortName).ToList();
        Assert.All(Suggest(Brief(new MealRequest { Meals = 5 }), 3).Meals, meal => Assert.Contains(
            meal.Ingredients, ingredient => meal.Name.Contains(foods.Find(food => food == ingredient.Name.Split(',')[0])!, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_same_day_has_the_same_meals_and_another_day_others()
    {
        var brief = Brief(new MealRequest { Restrictions = "vegetarian" });
        var days = Enumerable.Range(1, 7).Select(day => CoachSeed.Of("user", new DateOnly(2026, 11, day))).ToList();
        Assert.Equal(Names(Suggest(brief, days[0])), Names(Suggest(brief, days[0])));
        Assert.Equal(7, days.Select(seed => Names(Suggest(brief, seed))).Distinct().Count());
        Assert.NotEqual(CoachSeed.Of("user", new DateOnly(2026, 11, 1)), CoachSeed.Of("other", new DateOnly(2026, 11, 1)));
    }

    [Fact]
    public void A_seed_means_the_same_in_every_release() => Assert.Equal(-1512141139, CoachSeed.Of("user", new DateOnly(2026, 11, 21)));

    [Fact]
    public void A_diet_that_leaves_no_meal_is_told_so()
    {
        var brief = Brief(new MealRequest { Restrictions = "vegan, no grains, no vegetables, no legumes, no fruit, no nuts, no seeds, no soy, no potatoes, no oil" });
        Assert.IsType<MealOutcome.Impossible>(MealRules.Suggest(brief with { Diet = brief.Diet with { Substances = [.. FoodCatalogue.Groups] } }, 1));
    }

    [Theory]
    [InlineData(1, 0.35)]
    [InlineData(2, 0.7)]
    [InlineData(3, 1)]
    [InlineData(6, 1)]
    public void Fewer_meals_than_a_day_has_are_not_the_whole_day(int meals, double share)
    {
        var day = DayTargets.Of(Body.Reference, NutritionGoal.Maintain);
        var brief = Brief(new MealRequest { Meals = meals });
        Assert.Equal(day.Calories * share, brief.Targets.Calories, 1.0);
        Assert.Equal(meals, Suggest(brief, 5).Meals.Count);
    }

    private static string Names(MealSuggestion suggestion) => string.Join('|', suggestion.Meals.Select(meal => meal.Name));

    private static MealBrief Brief(MealRequest request) => Assert.IsType<MealBriefOutcome.Ready>(MealBriefing.Read(request)).Brief;

    private static MealSuggestion Suggest(MealBrief brief, int seed) => Assert.IsType<MealOutcome.Suggested>(MealRules.Suggest(brief, seed)).Suggestion;
}
