namespace FitServerless.Workouts.Measurements;

/// <summary>Decimal fractions as integers. Dividing an integer below 2^53 by a power of ten gives back the very double that was parsed.</summary>
internal static class Decimals
{
    private static readonly double[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    public static long Scale(double value, int decimals) => (long)Math.Round(value * Powers[decimals]);

    public static double Unscale(long scaled, int decimals) => scaled / Powers[decimals];

    /// <summary>The fewest decimals, up to <paramref name="most"/>, that keep every value.</summary>
    public static int Needed(ReadOnlySpan<double> values, int most)
    {
        var needed = 0;
        foreach (var value in values)
        {
            while (needed < most && !double.IsNaN(value) && Unscale(Scale(value, needed), needed) != value)
                needed++;
        }

        return needed;
    }

    public static double Round(double value, int decimals) => Unscale(Scale(value, decimals), decimals);
}
