namespace FitServerless.Nutrition;

/// <summary>How much energy an adult uses.</summary>
public static class EnergyNeeds
{
    /// <summary>
    /// Basal metabolic rate in kcal a day, by Mifflin and St Jeor, <see href="https://doi.org/10.1093/ajcn/51.2.241"/> (1990): 498 healthy adults
    /// of 19 to 78; within 10 % for about four of five people who are not obese. Without a sex it is the mean of both.
    /// </summary>
    public static double BasalRate(Sex? sex, double weightKg, double heightCm, int age) =>
        (10 * weightKg) + (6.25 * heightCm) - (5 * age) + sex switch
        {
            Sex.Male => 5,
            Sex.Female => -161,
            _ => (5 - 161) / 2.0,
        };

    /// <summary>What to multiply the basal rate by for a whole day; the factors that are in common use with the formula.</summary>
    public static double Factor(ActivityLevel level) => level switch
    {
        ActivityLevel.Sedentary => 1.2,
        ActivityLevel.Light => 1.375,
        ActivityLevel.Moderate => 1.55,
        ActivityLevel.Active => 1.725,
        ActivityLevel.VeryActive => 1.9,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
