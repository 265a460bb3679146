using FitServerless.Coach.Meals;
using FitServerless.Coach.Safety;

namespace FitServerless.Tests.Coach.Safety;

public sealed class MealGateTests
{
    private static readonly MealBrief Brief = Read("vegetarian, no peanuts");

    private static readonly MealSuggestion Good = ((MealOutcome.Suggested)MealRules.Suggest(Brief, 1)).Suggestion;

    public static TheoryData<GateRule, string, MealSuggestion> Faulty => new()
    {
        { GateRule.Bounds, "meals", Good with { Meals = [] } },
        { GateRule.Bounds, "meals", Good with { Meals = [.. Good.Meals, Good.Meals[0]] } },
        { GateRule.Bounds, "meals", Good with { Meals = null! } },
        { GateRule.Bounds, "meals[0]", First(meal => meal with { Ingredients = [] }) },
        { GateRule.Bounds, "meals[0]", First(meal => meal with { Calories = double.NaN }) },
        { GateRule.Bounds, "meals[0]", First(meal => meal with { Ingredients = [meal.Ingredients[0] with { Grams = -5 }, .. meal.Ingredients.Skip(1)] }) },
        { GateRule.Bounds, "notes", Good with { Notes = null! } },
        { GateRule.Text, "meals[0].name", First(meal => meal with { Name = "<script>alert(1)</script>" }) },
        { GateRule.Text, "meals[0].name", First(meal => meal with { Name = new('x', 200) }) },
        { GateRule.Text, "notes[0]", Good with { Notes = ["See https://example.com"] } },
        { GateRule.Text, "notes[0]", Good with { Notes = ["Order at example.com"] } },
        { GateRule.Text, "notes[0]", Good with { Notes = ["[click](x)"] } },
        { GateRule.Text, "notes[0]", Good with { Notes = ["a\u0007b"] } },
        { GateRule.Text, "notes[0]", Good with { Notes = [""] } },
        { GateRule.MedicalClaim, "notes[0]", Good with { Notes = ["This cures diabetes"] } },
        { GateRule.MedicalClaim, "notes[0]", Good with { Notes = ["Nimm 400 mg Ibuprofen"] } },
        { GateRule.MedicalClaim, "notes[0]", Good with { Notes = ["Das heilt Rückenschmerzen"] } },
        { GateRule.Sums, "meals[0]", First(meal => meal with { Calories = meal.Calories * 1.4 }) },
        { GateRule.Sums, "meals[0]", First(meal => meal with { Ingredients = [meal.Ingredients[0] with { Grams = meal.Ingredients[0].Grams * 4 }, .. meal.Ingredients.Skip(1)] }) },
        { GateRule.Restriction, "meals[0].ingredients[0]", With("chicken breast, grilled") },
        { GateRule.Restriction, "meals[0].ingredients[0]", With("Peanuts") },
        { GateRule.Restriction, "meals[0].ingredients[0]", With("chicken schnitzel") },
        { GateRule.UnknownFood, "meals[0].ingredients[0]", With("house sauce") },
        { GateRule.Restriction, "meals[0].name", First(meal => meal with { Name = "Satay bowl" }) },
        { GateRule.Targets, "targets", Good with { Targets = Good.Targets with { Calories = 900 } } },
        { GateRule.Targets, "targets", Good with { Targets = Good.Targets with { Protein = 20 } } },
        { GateRule.Targets, "meals", First(meal => Scale(meal, 1.5)) },
        { GateRule.CalorieFloor, "meals", Good with { Meals = [.. Good.Meals.Select(meal => Scale(meal, 0.5))] } },
    };

    [Fact]
    public void What_the_rules_compose_has_no_fault() => Assert.Empty(CoachGate.Check(Good, Brief));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_is_found_and_named(GateRule rule, string where, MealSuggestion suggestion) =>
        Assert.Contains(CoachGate.Check(suggestion, Brief), fault => fault.Rule == rule && fault.Where == where);

    [Fact]
    public void Meat_and_milk_in_one_kosher_meal_are_a_fault()
    {
        var brief = Read("kosher");
        var meals = ((MealOutcome.Suggested)MealRules.Suggest(brief, 1)).Suggestion;
        var both = meals with { Meals = [meals.Meals[0] with { Ingredients = [new("beef sirloin, grilled", 50), new("mozzarella", 50)] }, .. meals.Meals.Skip(1)] };
        Assert.Contains(CoachGate.Check(both, brief), fault => fault.Rule == GateRule.Restriction);
    }

    [Fact]
    public void Without_restrictions_a_food_that_nobody_knows_may_be_eaten()
    {
        var brief = Read(null);
        var good = ((MealOutcome.Suggested)MealRules.Suggest(brief, 1)).Suggestion;
        var other = good with { Meals = [good.Meals[0] with { Ingredients = [.. good.Meals[0].Ingredients, new("house sauce", 20)] }, .. good.Meals.Skip(1)] };
        Assert.Empty(CoachGate.Check(other, brief));
    }

    [Theory]
    [InlineData("Great work! Two rest days, then go again.")]
    [InlineData("Trink genug, und schlaf gut. 3 x 10 reicht.")]
    [InlineData("If it hurts, please see a doctor or a physiotherapist.")]
    [InlineData("Line one\nline two - 80 % of the plan (RPE 7)")]
    public void A_coach_may_speak_plainly(string reply) => Assert.Empty(CoachGate.CheckReply(reply));

    [Theory]
    [InlineData("You have been diagnosed with arthritis.")]
    [InlineData("Take 5 mg daily")]
    [InlineData("the right dosage is two")]
    [InlineData("Ich diagnostiziere eine Entzündung")]
    [InlineData("Nimm Medikamente")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("Visit www.evil.example")]
    [InlineData("```json {} ```")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mail me: a@b.c")]
    public void And_no_more_than_a_coach_may(string reply) => Assert.NotEmpty(CoachGate.CheckReply(reply));

    private static MealSuggestion With(string food) =>
        First(meal => meal with { Ingredients = [meal.Ingredients[0] with { Name = food }, .. meal.Ingredients.Skip(1)] });

    private static MealSuggestion First(Func<Meal, Meal> change) => Good with { Meals = [change(Good.Meals[0]), .. Good.Meals.Skip(1)] };

    private static Meal Scale(Meal meal, double factor) => meal with
    {
        Ingredients = [.. meal.Ingredients.Select(ingredient => ingredient with { Grams = Math.Max(1, ingredient.Grams * factor) })],
        Calories = meal.Calories * factor,
        Protein = meal.Protein * factor,
        Carbs = meal.Carbs * factor,
        Fat = meal.Fat * factor,
    };

    private static MealBrief Read(string? restrictions) => ((MealBriefOutcome.Ready)MealBriefing.Read(new MealRequest { Restrictions = restrictions })).Brief;
}
