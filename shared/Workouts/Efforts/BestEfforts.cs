using System.Globalization;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Efforts;

/// <summary>The most that was done for a time, and the least time that a distance took. Each is one pass over the samples.</summary>
internal static class BestEfforts
{
    /// <summary>Seconds. Each divides the next, and so no longer effort can be better than a shorter one: its best part is as good.</summary>
    private static readonly int[] Durations = [5, 30, 60, 300, 600, 1200, 3600];

    /// <summary>Metres; the last two are the half marathon and the marathon.</summary>
    private static readonly double[] Distances = [400, 1_000, 5_000, 10_000, 21_097.5, 42_195];

    /// <summary>Watts by seconds; <c>null</c> without power. Pauses and silent sensors count as no power.</summary>
    public static IReadOnlyDictionary<string, int>? Power(MeasurementSeries series)
    {
        HeldValue[] held = [.. HeldValue.Of(series, Channel.Power).Select(value => double.IsNaN(value.Value) ? value with { Value = 0 } : value)];
        var best = new Dictionary<string, int>();
        foreach (var seconds in Durations)
        {
            if (PowerWindow.Best(held, seconds) is { } watts)
                best[Name(seconds)] = (int)Math.Round(watts);
        }

        return best.Count > 0 ? best : null;
    }

    /// <summary>Seconds by metres; <c>null</c> without a distance. Pauses count.</summary>
    public static IReadOnlyDictionary<string, double>? Times(MeasurementSeries series)
    {
        if (TrackMath.Along(series) is not { } metres)
            return null;
        var best = new Dictionary<string, double>();
        foreach (var distance in Distances)
        {
            if (DistanceWindow.Best(series.Times, metres, distance) is { } seconds)
                best[Name(distance)] = Math.Round(seconds, 1);
        }

        return best.Count > 0 ? best : null;
    }

    private static string Name(double value) => value.ToString(CultureInfo.InvariantCulture);
}
