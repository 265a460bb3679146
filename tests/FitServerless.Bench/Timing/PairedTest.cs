namespace FitServerless.Bench.Timing;

/// <summary>Whether two things measured in pairs differ in their means (Student, 1908): what slows a machine slows both of a pair.</summary>
internal static class PairedTest
{
    /// <summary>
    /// How likely a mean difference as large as this is when there is none, on both sides. By the normal distribution, which Student's is from some
    /// thousand pairs on: at |t| = 2.6 and 1,000 degrees of freedom they differ by 0.0002.
    /// </summary>
    public static double Probability(IReadOnlyList<double> differences)
    {
        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Count - 1);
        return variance > 0 ? Erfc(Math.Abs(mean) / Math.Sqrt(variance / differences.Count) / Math.Sqrt(2)) : 1;
    }

    /// <summary>For x from 0, to 1.5e-7: Abramowitz and Stegun, 7.1.26.</summary>
    private static double Erfc(double x)
    {
        var t = 1 / (1 + (0.3275911 * x));
        return t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
    }
}
