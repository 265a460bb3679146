namespace FitServerless.Workouts.Files.Fit;

/// <summary>FIT's times and angles as everybody else has them.</summary>
internal static class FitUnits
{
    /// <summary>1989-12-31T00:00:00Z in seconds since 1970.</summary>
    public const long Epoch = 631_065_600;

    /// <summary>A full circle is 2^32 semicircles.</summary>
    private const double SemicirclesPerDegree = 2147483648.0 / 180;

    public static long ToUnixMilliseconds(uint fitSeconds) => (fitSeconds + Epoch) * 1000;

    public static DateTimeOffset ToTime(uint fitSeconds) => DateTimeOffset.FromUnixTimeSeconds(fitSeconds + Epoch);

    /// <summary>Whole seconds; what is before 1990 or past 2126 is as early or late as FIT can say.</summary>
    public static uint FromUnixMilliseconds(long milliseconds) =>
        (uint)Math.Clamp(Math.DivRem(milliseconds, 1000).Quotient - Epoch, 0, uint.MaxValue - 1);

    public static uint FromTime(DateTimeOffset time) => FromUnixMilliseconds(time.ToUnixTimeMilliseconds());

    public static double ToDegrees(double semicircles) => semicircles / SemicirclesPerDegree;

    public static double ToSemicircles(double degrees) => degrees * SemicirclesPerDegree;
}
