using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>kcal and grams of an amount of food.</summary>
internal readonly record struct Nutrients(double Kcal, double Protein, double Carbs, double Fat, double Fiber)
{
    public static Nutrients Of(Food food, double grams) => new Nutrients(food.Kcal, food.Protein, food.Carbs, food.Fat, food.Fiber) * (grams / 100);

    /// <summary>By the general factors of Atwater: 4, 4 and 9.</summary>
    public double KcalOfMacros => (4 * Protein) + (4 * Carbs) + (9 * Fat);

    public static Nutrients operator +(Nutrients one, Nutrients other) => new(
        one.Kcal + other.Kcal, one.Protein + other.Protein, one.Carbs + other.Carbs, one.Fat + other.Fat, one.Fiber + other.Fiber);

    public static Nutrients operator *(Nutrients one, double factor) => new(
        one.Kcal * factor, one.Protein * factor, one.Carbs * factor, one.Fat * factor, one.Fiber * factor);
}
