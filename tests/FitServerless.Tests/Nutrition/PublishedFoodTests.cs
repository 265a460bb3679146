using System.Text.RegularExpressions;
using FitServerless.Nutrition;

namespace FitServerless.Tests.Nutrition;

public sealed partial class PublishedFoodTests
{
    [Fact]
    public void Every_food_has_a_source() => Assert.Equal(
        FoodCatalogue.All.Select(food => (food.Name, food.Source)),
        FoodCatalogue.All.Select(food => (food.Name, PublishedFood.All.Single(published => published.Name == food.Name).Source)));

    [Fact]
    public void A_source_is_a_table_and_the_number_that_the_food_has_in_it() =>
        Assert.DoesNotContain(FoodCatalogue.All, food => !Source().IsMatch(food.Source));

    [Fact]
    public void Figures_are_the_published_ones() => Assert.All(PublishedFood.All, published =>
    {
        var food = FoodCatalogue.Find(published.Name)!;
        Assert.Equal(published.Kcal, food.Kcal, 0.5 + 1e-6);
        Assert.Equal(published.Protein, food.Protein, 0.05 + 1e-6);
        Assert.Equal(published.CarbsWithFiber, food.Carbs, 0.05 + 1e-6);
        Assert.Equal(published.Fat, food.Fat, 0.05 + 1e-6);
        Assert.Equal(published.Fiber ?? 0, food.Fiber, 0.05 + 1e-6);
    });

    [GeneratedRegex(@"^(usda:[0-9]{5}|bls:[A-Z0-9]{7}|ciqual:[0-9]{4,5}|cofid:[0-9]{2}-[0-9]{3,4})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Source();
}
