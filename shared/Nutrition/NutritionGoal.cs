namespace FitServerless.Nutrition;

public enum NutritionGoal
{
    Maintain,
    Lose,
    Gain,

    /// <summary>Less fat and more muscle at much the same weight.</summary>
    Recomposition,

    Endurance,
}
