namespace FitServerless.Stats;

/// <summary>
/// Fitness and fatigue: exponential means of each day's load over 42 and over 7 days (Banister's impulse response, with the constants that
/// Coggan took). A day d with load L: F(d) = F(d−1) · e^(−1/42) + L · (1 − e^(−1/42)). Form is fitness less fatigue.
/// </summary>
public struct TrainingState
{
    public const int FitnessDays = 42;
    public const int FatigueDays = 7;

    private static readonly double FitnessShare = 1 - Math.Exp(-1.0 / FitnessDays);
    private static readonly double FatigueShare = 1 - Math.Exp(-1.0 / FatigueDays);

    private DateOnly _day;

    public double Fitness { get; private set; }

    public double Fatigue { get; private set; }

    public readonly double Form => Fitness - Fatigue;

    /// <summary>Rests up to a later day; a day of years is one step.</summary>
    public void RestUntil(DateOnly day)
    {
        var days = day.DayNumber - _day.DayNumber;
        Fitness *= Math.Exp(-(double)days / FitnessDays);
        Fatigue *= Math.Exp(-(double)days / FatigueDays);
        _day = day;
    }

    /// <summary>What was done on that day, which is no earlier than the last.</summary>
    public void Train(DateOnly day, double load)
    {
        RestUntil(day);
        Fitness += load * FitnessShare;
        Fatigue += load * FatigueShare;
    }
}
