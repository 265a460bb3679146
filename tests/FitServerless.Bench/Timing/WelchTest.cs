namespace FitServerless.Bench.Timing;

/// <summary>Whether two samples differ in their means (Welch, 1947), which may have different variances.</summary>
internal static class WelchTest
{
    /// <summary>
    /// How likely a difference as large as this is when there is none, on both sides. By the normal distribution, which Student's is from some
    /// thousand samples on: at |t| = 2.6 and 1,000 degrees of freedom they differ by 0.0002.
    /// </summary>
    public static double Probability(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var error = Math.Sqrt((Variance(a) / a.Count) + (Variance(b) / b.Count));
        return error > 0 ? Erfc(Math.Abs(a.Average() - b.Average()) / error / Math.Sqrt(2)) : 1;
    }

    private static double Variance(IReadOnlyList<double> sample)
    {
        var mean = sample.Average();
        return sample.Sum(x => (x - mean) * (x - mean)) / (sample.Count - 1);
    }

    /// <summary>For x from 0, to 1.5e-7: Abramowitz and Stegun, 7.1.26.</summary>
    private static double Erfc(double x)
    {
        var t = 1 / (1 + (0.3275911 * x));
        return t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
    }
}
