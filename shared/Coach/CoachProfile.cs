using FitServerless.Nutrition;

namespace FitServerless.Coach;

/// <summary>What a person told of themselves. Any of it may be missing; a reference adult stands in.</summary>
public sealed record CoachProfile
{
    /// <summary>Years.</summary>
    public int? Age { get; init; }

    public Sex? Sex { get; init; }

    public double? WeightKg { get; init; }

    public double? HeightCm { get; init; }

    public ActivityLevel? ActivityLevel { get; init; }

    /// <summary>Pregnant or breastfeeding.</summary>
    public bool? Pregnant { get; init; }
}
