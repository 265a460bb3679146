using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>How near to what was aimed at is near enough.</summary>
internal static class MealTolerances
{
    /// <summary>Of the targets, either way.</summary>
    public const double Energy = 0.05, Protein = 0.1;

    /// <summary>Of the targets, either way: what rules hold themselves to, where a model may have its reasons.</summary>
    public const double OtherMacros = 0.25;

    /// <summary>Between energy and 4/4/9, in one meal: fiber has less than 4, and tables count some foods by factors of their own.</summary>
    public const double Sums = 0.1;

    /// <summary>Between a meal's figures and those of the catalogue.</summary>
    public const double Catalogue = 0.1;

    public static bool IsNear(double actual, double target, double tolerance) => Math.Abs(actual - target) <= tolerance * target;

    /// <summary>What all meals come to.</summary>
    public static bool AreOnTarget(Nutrients whole, NutrientTargets targets, int floor) =>
        whole.Kcal >= floor && IsNear(whole.Kcal, targets.Calories, Energy) && IsNear(whole.Protein, targets.Protein, Protein);
}
