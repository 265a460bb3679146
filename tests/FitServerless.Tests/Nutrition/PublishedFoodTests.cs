using FitServerless.Nutrition;

namespace FitServerless.Tests.Nutrition;

public sealed class PublishedFoodTests
{
    /// <summary>No public table that was at hand has them.</summary>
    private static readonly string[] ByLabel =
        ["pea protein mince, cooked", "pea drink, unsweetened", "chickpea pasta, cooked", "casein protein", "pea protein", "rice protein", "hemp protein"];

    [Fact]
    public void Every_food_has_a_source() => Assert.Equal(
        FoodCatalogue.All.Select(food => (food.Name, food.Source)),
        FoodCatalogue.All.Select(food => (food.Name, PublishedFood.All.SingleOrDefault(published => published.Name == food.Name)?.Source ?? "label")));

    [Fact]
    public void What_only_labels_tell_is_known() =>
        Assert.Equal(ByLabel, FoodCatalogue.All.Where(food => food.Source == "label").Select(food => food.Name));

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
}
