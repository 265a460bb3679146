namespace FitServerless.Workouts.Efforts;

/// <summary>The weight that could be lifted once, by formulas that hold for 1 to 10 repetitions (https://www.brianmac.co.uk/maxload.htm).</summary>
public static class OneRepMax
{
    public const int MaxReps = 10;

    /// <summary>w · (1 + r / 30). One repetition is no estimate: it is the weight.</summary>
    public static double Epley(double weight, int reps) => reps == 1 ? weight : weight * (1 + (reps / 30.0));

    /// <summary>36 w / (37 − r); the two meet at 10 repetitions.</summary>
    public static double Brzycki(double weight, int reps) => 36 * weight / (37 - reps);

    /// <summary>The lower of both, so that nobody is told to lift more than either says; <c>null</c> outside their range.</summary>
    public static double? Of(double weight, int reps) =>
        reps is >= 1 and <= MaxReps && weight > 0 ? Math.Min(Epley(weight, reps), Brzycki(weight, reps)) : null;
}
