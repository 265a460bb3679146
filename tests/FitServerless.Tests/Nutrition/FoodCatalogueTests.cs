using FitServerless.Nutrition;

namespace FitServerless.Tests.Nutrition;

public sealed class FoodCatalogueTests
{
    /// <summary>Acids and alcohol have energy and are none of the three.</summary>
    private static readonly string[] OtherEnergy = ["balsamic vinegar", "red wine", "lemon juice"];

    /// <summary>The USDA counts soy's protein with 3.47 kcal/g (Merrill and Watt 1973, Agriculture Handbook 74), and this is nearly nothing else.</summary>
    private const string OwnFactors = "soy protein";

    [Fact]
    public void There_are_foods_enough() => Assert.True(FoodCatalogue.All.Count >= 200);

    [Fact]
    public void No_food_comes_twice() => Assert.Equal(FoodCatalogue.All.Count, FoodCatalogue.All.Select(food => food.Name).Distinct().Count());

    [Fact]
    public void Energy_agrees_with_macronutrients() => Assert.Empty(FoodCatalogue.All
        .Where(food => !OtherEnergy.Contains(food.Name) && food.Name != OwnFactors)
        // Fiber has about 2 kcal/g (FAO 2003). Tables use factors by food, a few per cent off the general ones.
        .Where(food => Math.Abs((4 * food.Protein) + (4 * (food.Carbs - food.Fiber)) + (2 * food.Fiber) + (9 * food.Fat) - food.Kcal) > Math.Max(8, 0.12 * food.Kcal))
        .Select(food => food.Name));

    [Fact]
    public void A_hundred_grams_hold_no_more_than_that() => Assert.DoesNotContain(FoodCatalogue.All, food =>
        food.Protein + food.Carbs + food.Fat > 101 || food.Fiber > food.Carbs || new[] { food.Protein, food.Carbs, food.Fat, food.Fiber }.Min() < 0);

    [Fact]
    public void Portions_are_such_as_people_eat() =>
        Assert.DoesNotContain(FoodCatalogue.All, food => food.Min < 3 || food.Max < food.Min || food.Max > 400);

    [Theory]
    [InlineData("Grilled chicken breast", "chicken breast, grilled")]
    [InlineData("Eggs", "eggs, boiled")]
    [InlineData("peanuts", "peanuts")]
    [InlineData("Brown Rice (cooked)", "brown rice, cooked")]
    public void Names_are_found_however_the_food_is_prepared(string name, string food) => Assert.Equal(food, FoodCatalogue.Find(name)?.Name);

    [Theory]
    [InlineData("raw brown rice")]
    [InlineData("chicken breast with cheese")]
    [InlineData("unicorn")]
    [InlineData("")]
    [InlineData("grilled")]
    public void What_is_another_food_is_not_found(string name) => Assert.Null(FoodCatalogue.Find(name));

    [Fact]
    public void Every_food_is_found_by_its_name() => Assert.All(FoodCatalogue.All, food => Assert.Same(food, FoodCatalogue.Find(food.Name)));

    /// <summary>Against a tag that somebody forgot: who reads the name knows better.</summary>
    [Theory]
    [InlineData("chicken|turkey|duck|beef|veal|lamb|venison|rabbit|pork|ham|bacon", "meat")]
    [InlineData("pork|ham|bacon", "pork")]
    [InlineData("salmon|cod|haddock|trout|tuna|sardines|mackerel|halibut|tilapia|pollock|catfish", "fish")]
    [InlineData("prawns|mussels|scallops|crab|squid", "shellfish")]
    [InlineData("egg|eggs", "egg")]
    [InlineData("almond|almonds|walnut|walnuts|hazelnuts|cashew|cashews|pistachios|pecans|macadamias", "nuts")]
    [InlineData("peanut|peanuts", "peanut")]
    [InlineData("soy|tofu|tempeh|edamame|tamari", "soy")]
    [InlineData("wheat|rye|barley|couscous|bulgur|seitan|farro|bagel|wholemeal", "gluten")]
    [InlineData("quark|skyr|kefir|mozzarella|feta|cheddar|gouda|parmesan|ricotta|halloumi|paneer|cheese|whey|casein", "milk")]
    [InlineData("sesame|tahini|hummus", "sesame")]
    [InlineData("honey", "honey")]
    [InlineData("wine", "alcohol")]
    [InlineData("parmesan|pesto", "rennet")]
    [InlineData("onion|leeks|hummus|guacamole|salsa|pesto|broth|curry", "allium")]
    [InlineData("onion|leeks|hummus|guacamole|salsa|pesto|broth|curry|lentils|chickpeas|beans|apple|pear|mango|cashews|pistachios", "fodmap", "green beans, cooked", "spring onion, green part")]
    [InlineData("celery|broth|curry", "celery")]
    [InlineData("mustard|curry", "mustard")]
    [InlineData("muesli", "nuts")]
    [InlineData("lactose-free", "milk")]
    [InlineData("catfish|prawns|mussels|scallops|crab|squid|rabbit", "unkosher")]
    [InlineData("orange|mandarin|grapefruit|lemon", "citrus")]
    public void Names_agree_with_what_foods_contain(string words, string substance, params string[] exceptions)
    {
        var telling = words.Split('|');
        Assert.All(
            FoodCatalogue.All.Where(food => food.Name.Split(' ', ',', '-').Intersect(telling).Any() && !exceptions.Contains(food.Name)),
            food => Assert.True(food.Has(substance), food.Name));
    }
}
