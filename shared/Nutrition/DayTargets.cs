namespace FitServerless.Nutrition;

/// <summary>What to eat in a day for a goal.</summary>
public static class DayTargets
{
    /// <summary>NHLBI 2000 (NIH 00-4084): 500 to 1,000 kcal a day less; the careful end of it.</summary>
    private const double LargestDeficit = 500;

    /// <summary>Of body weight in a week; the careful side of it keeps muscle: <see href="https://doi.org/10.1123/ijsnem.21.2.97"/>.</summary>
    private const double FastestLoss = 0.01;

    /// <summary>The usual rule of thumb for body fat.</summary>
    private const double KcalPerKilogram = 7_700;

    /// <summary>Below it nobody is helped to lose weight; WHO's lower limit of normal.</summary>
    private const double Underweight = 18.5;

    /// <summary>Institute of Medicine 2005: 14 g for each 1,000 kcal.</summary>
    private const double FiberPerKcal = 0.014;

    /// <summary>Of energy. Light people who move much need more food than protein; yet ordinary food has at least so much of it.</summary>
    private const double UsualProtein = 0.15;

    public static NutrientTargets Of(Body body, NutritionGoal goal)
    {
        var calories = Math.Max((int)Math.Round(Calories(body, goal) / 10) * 10, CalorieFloors.Of(body));
        return Of(calories, Math.Max(ProteinGrams(body, goal), UsualProtein * calories / 4), goal);
    }

    /// <summary>
    /// Energy left by protein goes to fat and carbohydrate. Of all energy, protein has at most 35 % and fat 20 to 35 %: the acceptable
    /// ranges of the Institute of Medicine (2005).
    /// </summary>
    public static NutrientTargets Of(int calories, double proteinGrams, NutritionGoal goal)
    {
        var protein = (int)Math.Round(Math.Min(proteinGrams, 0.35 * calories / 4));
        var fat = (int)Math.Round(FatShare(goal) * calories / 9);
        var carbs = (int)Math.Round((calories - (4 * protein) - (9 * fat)) / 4.0);
        return new NutrientTargets(calories, protein, carbs, fat, (int)Math.Round(FiberPerKcal * calories));
    }

    /// <summary>The goal that is followed: nobody is helped to get thinner than is healthy.</summary>
    public static NutritionGoal Followed(Body body, NutritionGoal goal) =>
        goal is NutritionGoal.Lose or NutritionGoal.Recomposition && body.Bmi < Underweight ? NutritionGoal.Maintain : goal;

    private static double Calories(Body body, NutritionGoal goal) => Followed(body, goal) switch
    {
        NutritionGoal.Lose => body.Expenditure - Deficit(body),
        NutritionGoal.Recomposition => body.Expenditure * 0.9,
        // The lower end of the 10 to 20 % in https://doi.org/10.3390/sports7070154.
        NutritionGoal.Gain => body.Expenditure + Math.Min(0.1 * body.Expenditure, LargestDeficit),
        _ => body.Expenditure,
    };

    private static double Deficit(Body body) => Math.Min(
        Math.Min(LargestDeficit, 0.2 * body.Expenditure),
        FastestLoss * body.WeightKg * KcalPerKilogram / 7);

    /// <summary>
    /// Grams for each kilogram, from the position of the ISSN, <see href="https://doi.org/10.1186/s12970-017-0177-8"/>: 1.4 to 2.0 for people who
    /// exercise, 2.3 to 3.1 to keep muscle while those who train eat less than they use.
    /// </summary>
    private static double ProteinGrams(Body body, NutritionGoal goal) => body.ProteinWeight * Followed(body, goal) switch
    {
        NutritionGoal.Lose => body.Activity >= ActivityLevel.Moderate ? 2.3 : 2.0,
        NutritionGoal.Recomposition => 2.0,
        NutritionGoal.Gain => 1.8,
        NutritionGoal.Endurance => 1.6,
        _ => 1.4,
    };

    private static double FatShare(NutritionGoal goal) => goal == NutritionGoal.Endurance ? 0.25 : 0.28;
}
