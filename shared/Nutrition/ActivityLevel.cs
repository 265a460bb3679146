namespace FitServerless.Nutrition;

/// <summary>How much somebody moves in a week; see <c>EnergyNeeds</c> for the factors.</summary>
public enum ActivityLevel
{
    /// <summary>Little or no exercise.</summary>
    Sedentary,

    /// <summary>Light exercise on 1 to 3 days.</summary>
    Light,

    /// <summary>Moderate exercise on 3 to 5 days.</summary>
    Moderate,

    /// <summary>Hard exercise on 6 or 7 days.</summary>
    Active,

    /// <summary>Hard exercise every day and a physical job.</summary>
    VeryActive,
}
