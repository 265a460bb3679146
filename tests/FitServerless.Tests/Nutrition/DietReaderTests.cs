using FitServerless.Nutrition;

namespace FitServerless.Tests.Nutrition;

public sealed class DietReaderTests
{
    [Theory]
    [InlineData("vegetarian", "meat fish shellfish")]
    [InlineData("Vegetarisch", "meat fish shellfish")]
    [InlineData("I'm a veggie", "meat fish shellfish")]
    [InlineData("vegatarian", "meat fish shellfish")]
    [InlineData("vegan", "meat fish shellfish egg milk honey")]
    [InlineData("plant-based diet", "meat egg milk")]
    [InlineData("pescatarian", "meat")]
    [InlineData("veggie, no peanuts, lactose intolerant", "meat peanut lactose")]
    [InlineData("no nuts", "nuts peanut")]
    [InlineData("Nut Allergy!!", "nuts peanut")]
    [InlineData("tree nut allergy", "nuts")]
    [InlineData("keine Nüsse", "nuts peanut")]
    [InlineData("Nussallergie", "nuts peanut")]
    [InlineData("Erdnussallergie", "peanut")]
    [InlineData("penuts", "peanut")]
    [InlineData("gluten-free", "gluten")]
    [InlineData("glutenfrei", "gluten")]
    [InlineData("I was diagnosed with celiac disease", "gluten")]
    [InlineData("Zöliakie", "gluten")]
    [InlineData("halal", "pork alcohol")]
    [InlineData("kosher", "pork shellfish")]
    [InlineData("no pork", "pork")]
    [InlineData("kein Schweinefleisch", "pork")]
    [InlineData("allergic to shellfish", "shellfish")]
    [InlineData("dairy free", "milk lactose")]
    [InlineData("Milcheiweißallergie", "milk")]
    [InlineData("low FODMAP", "fodmap")]
    [InlineData("egg allergy", "egg")]
    [InlineData("ohne Eier", "egg")]
    [InlineData("Soja-Allergie", "soy")]
    [InlineData("no sesame or mustard", "sesame mustard")]
    [InlineData("VEGAN; GLUTEN FREE; NO SOY", "meat egg milk gluten soy")]
    public void Diets_are_read_in_peoples_own_words(string text, string excluded) =>
        Assert.Subset(DietReader.Read(text).Substances.ToHashSet(), excluded.Split(' ').ToHashSet());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("none")]
    [InlineData("No restrictions")]
    [InlineData("keine")]
    [InlineData("n/a")]
    public void Who_eats_everything_is_offered_everything(string? text)
    {
        var diet = DietReader.Read(text);
        Assert.False(diet.IsRestricted);
        Assert.Empty(diet.Notes);
    }

    [Theory]
    [InlineData("without mushrooms", "mushrooms, cooked")]
    [InlineData("no broccoli", "broccoli, steamed")]
    [InlineData("I hate brussels sprouts", "brussels sprouts, cooked")]
    [InlineData("kein Spargel", "asparagus, cooked")]
    [InlineData("ohne Thunfisch", "canned tuna in water")]
    [InlineData("avocados", "avocado")]
    [InlineData("brocoli", "broccoli, steamed")]
    public void Any_food_can_be_left_out(string text, string food) => Assert.False(DietReader.Read(text).Allows(FoodCatalogue.Find(food)!));

    [Fact]
    public void Lactose_free_milk_is_for_who_has_no_lactose()
    {
        var diet = DietReader.Read("lactose intolerant");
        Assert.True(diet.Allows(FoodCatalogue.Find("lactose-free milk")!));
        Assert.False(diet.Allows(FoodCatalogue.Find("milk, semi-skimmed")!));
    }

    [Fact]
    public void Kosher_meals_keep_meat_and_milk_apart()
    {
        var diet = DietReader.Read("kosher");
        var (beef, cheese) = (FoodCatalogue.Find("beef sirloin")!, FoodCatalogue.Find("mozzarella")!);
        Assert.True(diet.Allows(beef) && diet.Allows(cheese));
        Assert.False(diet.Allows(beef, cheese));
        Assert.False(diet.Allows(cheese, beef));
    }

    [Theory]
    [InlineData("durian", "durian")]
    [InlineData("no durian", "durian")]
    [InlineData("low fat", "low, fat")]
    [InlineData("keto", "keto")]
    public void A_word_that_is_not_understood_is_named(string text, string named) =>
        Assert.Contains(DietReader.Read(text).Notes, note => note.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("allergic to amoxicillin")]
    [InlineData("xyzzy allergy")]
    [InlineData("qwertz")]
    [InlineData("🥜")]
    [InlineData("нет орехов")]
    [InlineData("ナッツ不可")]
    public void Who_is_not_understood_gets_none_of_the_common_allergens(string text)
    {
        var diet = DietReader.Read(text);
        Assert.Subset(diet.Substances.ToHashSet(), new HashSet<string> { "milk", "egg", "fish", "shellfish", "nuts", "peanut", "gluten", "soy", "sesame" });
        Assert.Contains(diet.Notes, note => note.Contains("not understood", StringComparison.OrdinalIgnoreCase) || note.Contains("Not all", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no peanuts", "Chicken satay")]
    [InlineData("vegetarian", "Beef Wellington")]
    [InlineData("dairy free", "penne alfredo")]
    [InlineData("gluten free", "Spaghetti bolognese")]
    [InlineData("no durian", "Durian custard")]
    [InlineData("keine Nüsse", "Nutella")]
    public void Words_give_away_what_is_in_a_dish(string restriction, string dish) =>
        Assert.NotNull(DietReader.Read(restriction).FindForbiddenWord(dish));

    [Fact]
    public void A_thousand_characters_of_anything_are_read() => Assert.All(
        [new string('a', 1_000), string.Concat(Enumerable.Repeat("ß🥜 ", 250)), new string(',', 1_000), string.Join(' ', Enumerable.Repeat("peanutty", 110))],
        text => Assert.NotNull(DietReader.Read(text)));
}
