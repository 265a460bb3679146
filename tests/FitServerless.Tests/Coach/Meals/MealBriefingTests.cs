using FitServerless.Coach;
using FitServerless.Coach.Meals;
using FitServerless.Nutrition;

namespace FitServerless.Tests.Coach.Meals;

public sealed class MealBriefingTests
{
    private static readonly CoachProfile Adult = new() { Age = 30, Sex = Sex.Female, WeightKg = 60, HeightCm = 165, ActivityLevel = ActivityLevel.Light };

    public static TheoryData<MealRequest> ForAProfessional =>
    [
        new() { Profile = Adult with { Age = 17 } },
        new() { Profile = Adult with { Pregnant = true } },
        new() { Profile = Adult with { WeightKg = 43 } }, // BMI 15.8
        new() { Profile = Adult with { WeightKg = 109 } }, // BMI 40.04
        new() { Goals = "lose weight while pregnant" },
        new() { Goals = "Abnehmen in der Stillzeit" },
        new() { Goals = "recover from anorexia" },
        new() { Restrictions = "I have an eating disorder" },
        new() { Restrictions = "schwanger, kein Fisch" },
    ];

    public static TheoryData<string, MealRequest> Wrong => new()
    {
        { "goals", new() { Goals = new('x', 1_001) } },
        { "restrictions", new() { Restrictions = new('x', 1_001) } },
        { "meals", new() { Meals = 0 } },
        { "meals", new() { Meals = 7 } },
        { "profile.age", new() { Profile = new() { Age = 0 } } },
        { "profile.weightKg", new() { Profile = new() { WeightKg = double.NaN } } },
        { "profile.heightCm", new() { Profile = new() { HeightCm = 1.7 } } },
        { "profile.sex", new() { Profile = new() { Sex = (Sex)7 } } },
        { "profile.activityLevel", new() { Profile = new() { ActivityLevel = (ActivityLevel)(-1) } } },
    };

    [Theory]
    [MemberData(nameof(ForAProfessional))]
    public void Whom_no_formula_should_advise_is_sent_to_a_professional(MealRequest request) =>
        Assert.IsType<MealBriefOutcome.SeeProfessional>(MealBriefing.Read(request));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_out_of_bounds_is_named(string member, MealRequest request) =>
        Assert.Equal([member], Assert.IsType<MealBriefOutcome.Invalid>(MealBriefing.Read(request)).Errors.Keys);

    [Theory]
    [InlineData("weight loss", NutritionGoal.Lose)]
    [InlineData("Abnehmen", NutritionGoal.Lose)]
    [InlineData("lose fat", NutritionGoal.Lose)]
    [InlineData("bulk", NutritionGoal.Gain)]
    [InlineData("Muskelaufbau", NutritionGoal.Gain)]
    [InlineData("lose fat and build muscle", NutritionGoal.Recomposition)]
    [InlineData("recomposition", NutritionGoal.Recomposition)]
    [InlineData("run a marathon", NutritionGoal.Endurance)]
    [InlineData("stay healthy", NutritionGoal.Maintain)]
    [InlineData(null, NutritionGoal.Maintain)]
    public void Goals_are_read_in_peoples_own_words(string? goals, NutritionGoal goal) => Assert.Equal(goal, Read(new() { Goals = goals }).Goal);

    [Fact]
    public void A_thin_person_is_told_why_the_targets_keep_the_weight() =>
        Assert.Contains(Read(new() { Goals = "lose weight", Profile = Adult with { WeightKg = 48 } }).Notes, note => note.Contains("low for your height", StringComparison.Ordinal));

    [Fact]
    public void What_the_profile_does_not_say_is_told()
    {
        Assert.Contains(Read(new()).Notes, note => note.Contains("average adult", StringComparison.Ordinal));
        Assert.Empty(Read(new() { Profile = Adult }).Notes);
    }

    [Fact]
    public void A_medicine_in_the_restrictions_is_not_repeated() => Assert.All(
        Read(new() { Restrictions = "insulin, http://example.com, <b>" }).Notes, note => Assert.DoesNotContain("insulin", note, StringComparison.Ordinal));

    private static MealBrief Read(MealRequest request) => Assert.IsType<MealBriefOutcome.Ready>(MealBriefing.Read(request)).Brief;
}
