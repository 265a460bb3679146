using FitServerless.Nutrition;

namespace FitServerless.Tests.Nutrition;

public sealed class DayTargetsTests
{
    private static readonly Body Man = new(Sex.Male, 30, 80, 180, ActivityLevel.Moderate);

    private static readonly Body Woman = new(Sex.Female, 30, 60, 165, ActivityLevel.Light);

    /// <summary>Worked by hand from the published equation, 10 w + 6.25 h - 5 a + 5 or - 161.</summary>
    [Theory]
    [InlineData(Sex.Male, 80, 180, 30, 1780)]
    [InlineData(Sex.Male, 70, 175, 25, 1673.75)]
    [InlineData(Sex.Female, 60, 165, 30, 1320.25)]
    [InlineData(Sex.Female, 55, 160, 45, 1164)]
    public void The_basal_rate_is_that_of_Mifflin_and_St_Jeor(Sex sex, double kg, double cm, int age, double kcal) =>
        Assert.Equal(kcal, EnergyNeeds.BasalRate(sex, kg, cm, age), precision: 6);

    [Fact]
    public void Without_a_sex_it_lies_in_the_middle() => Assert.Equal(
        (EnergyNeeds.BasalRate(Sex.Male, 70, 170, 40) + EnergyNeeds.BasalRate(Sex.Female, 70, 170, 40)) / 2,
        EnergyNeeds.BasalRate(null, 70, 170, 40));

    [Theory]
    [InlineData(ActivityLevel.Sedentary, 1.2)]
    [InlineData(ActivityLevel.Light, 1.375)]
    [InlineData(ActivityLevel.Moderate, 1.55)]
    [InlineData(ActivityLevel.Active, 1.725)]
    [InlineData(ActivityLevel.VeryActive, 1.9)]
    public void Activity_multiplies_it(ActivityLevel level, double factor) =>
        Assert.Equal(factor * 1780, (Man with { Activity = level }).Expenditure, precision: 6);

    [Fact]
    public void Losing_takes_500_kcal_at_most() => Assert.Equal(2260, DayTargets.Of(Man, NutritionGoal.Lose).Calories); // 1780 x 1.55 - 500 = 2259

    [Fact]
    public void Who_eats_little_loses_slowly() => Assert.Equal(1450, DayTargets.Of(Woman, NutritionGoal.Lose).Calories); // 1815.34 x 0.8 = 1452

    [Fact]
    public void Gaining_adds_a_tenth() => Assert.Equal(3030, DayTargets.Of(Man, NutritionGoal.Gain).Calories); // 2759 x 1.1 = 3034.9

    [Theory]
    [InlineData(NutritionGoal.Lose, 184)] // 2.3 g/kg for who trains
    [InlineData(NutritionGoal.Recomposition, 160)]
    [InlineData(NutritionGoal.Gain, 144)]
    [InlineData(NutritionGoal.Endurance, 128)]
    [InlineData(NutritionGoal.Maintain, 112)] // 1.4 g/kg
    public void Protein_follows_body_weight_and_goal(NutritionGoal goal, int grams) => Assert.Equal(grams, DayTargets.Of(Man, goal).Protein);

    [Fact]
    public void Protein_of_the_very_heavy_is_counted_up_to_a_BMI_of_30() =>
        Assert.Equal(30 * 1.8 * 1.8, (Man with { WeightKg = 120 }).ProteinWeight, precision: 6);

    [Fact]
    public void Who_is_thin_is_not_helped_to_lose() => Assert.Equal(
        DayTargets.Of(Woman with { WeightKg = 48 }, NutritionGoal.Maintain).Calories,
        DayTargets.Of(Woman with { WeightKg = 48 }, NutritionGoal.Lose).Calories);

    [Theory]
    [InlineData(Sex.Female, 1200)]
    [InlineData(Sex.Male, 1500)]
    [InlineData(null, 1500)]
    public void Nobody_is_sent_below_the_floor(Sex? sex, int floor)
    {
        var small = new Body(sex, 75, 45, 150, ActivityLevel.Sedentary);
        Assert.Equal(floor, CalorieFloors.Of(small));
        Assert.Equal(floor, DayTargets.Of(small, NutritionGoal.Lose).Calories);
    }

    [Fact]
    public void Every_target_is_within_the_ranges_that_are_advised() => Assert.All(
        from kg in new[] { 45.0, 60, 80, 110 }
        from cm in new[] { 150.0, 165, 180, 200 }
        from level in Enum.GetValues<ActivityLevel>()
        from goal in Enum.GetValues<NutritionGoal>()
        from sex in new Sex?[] { null, Sex.Female, Sex.Male }
        select (Body: new Body(sex, 40, kg, cm, level), Goal: goal),
        one =>
        {
            var targets = DayTargets.Of(one.Body, one.Goal);
            Assert.True(targets.Calories >= one.Body.BasalRate && targets.Calories >= (one.Body.Sex == Sex.Female ? 1200 : 1500));
            Assert.InRange(4.0 * targets.Protein / targets.Calories, 0.14, 0.36);
            Assert.InRange(9.0 * targets.Fat / targets.Calories, 0.2, 0.35);
            Assert.InRange((4 * targets.Protein) + (4 * targets.Carbs) + (9 * targets.Fat), targets.Calories - 5, targets.Calories + 5);
        });
}
