namespace FitServerless.Nutrition;

/// <summary>The figures that targets are computed from.</summary>
public sealed record Body(Sex? Sex, int Age, double WeightKg, double HeightCm, ActivityLevel Activity)
{
    /// <summary>Whom the food labels' 2,000 kcal are about, roughly; stands in for what somebody did not tell.</summary>
    public static Body Reference { get; } = new(null, 40, 70, 170, ActivityLevel.Light);

    public double Bmi => WeightKg / SquareMetres;

    public double BasalRate => EnergyNeeds.BasalRate(Sex, WeightKg, HeightCm, Age);

    public double Expenditure => BasalRate * EnergyNeeds.Factor(Activity);

    /// <summary>Protein by body weight asks too much of very heavy people: fat tissue needs hardly any. Counted up to a BMI of 30.</summary>
    public double ProteinWeight => Math.Min(WeightKg, 30 * SquareMetres);

    private double SquareMetres => HeightCm * HeightCm / 10_000;
}
