namespace FitServerless.Nutrition;

/// <summary>As the formulas of energy expenditure know it.</summary>
public enum Sex
{
    Female,
    Male,
}
