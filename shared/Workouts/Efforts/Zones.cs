using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Efforts;

/// <summary>How long an effort lay in which zone.</summary>
internal static class Zones
{
    private const string Preferences = "preferences";
    private const string Estimate = "estimate";

    /// <summary>Where the zones of power end, as parts of the threshold (Allen and Coggan, "Training and Racing with a Power Meter").</summary>
    private static readonly double[] PowerEnds = [0.55, 0.75, 0.90, 1.05, 1.20, 1.50];

    /// <summary>Of the heart rate at threshold (Friel, "The Cyclist's Training Bible").</summary>
    private static readonly double[] ThresholdEnds = [0.81, 0.90, 0.94, 1.00];

    /// <summary>Of the greatest heart rate: five zones of a tenth each, as most watches have them.</summary>
    private static readonly double[] MaxEnds = [0.60, 0.70, 0.80, 0.90];

    /// <param name="bestTwentyMinutes">95 % of it stand in for an unknown threshold, as in the usual test (Allen and Coggan).</param>
    public static ZoneTimes? OfPower(MeasurementSeries series, Thresholds known, int? bestTwentyMinutes)
    {
        if (!series.Has(Channel.Power) || (known.Ftp ?? (int?)(bestTwentyMinutes * 0.95)) is not ({ } ftp and > 0))
            return null;
        return new ZoneTimes("ftp", ftp, known.Ftp is null ? Estimate : Preferences, Count(series, Channel.Power, ftp, PowerEnds));
    }

    /// <param name="greatest">Of this workout: stands in for what nobody said.</param>
    public static ZoneTimes? OfHeartrate(MeasurementSeries series, Thresholds known, int? greatest)
    {
        if (greatest is not ({ } seen and > 0))
            return null;
        if (known.ThresholdHeartrate is { } threshold)
            return new ZoneTimes("thresholdHeartrate", threshold, Preferences, Count(series, Channel.Heartrate, threshold, ThresholdEnds));
        var max = known.MaxHeartrate ?? seen;
        return new ZoneTimes(
            "maxHeartrate", max, known.MaxHeartrate is null ? Estimate : Preferences, Count(series, Channel.Heartrate, max, MaxEnds));
    }

    /// <summary>A value on the border is in the harder zone; a silent sensor is in none.</summary>
    private static int[] Count(MeasurementSeries series, Channel channel, int basis, double[] ends)
    {
        var seconds = new int[ends.Length + 1];
        foreach (var held in HeldValue.Of(series, channel))
        {
            if (double.IsNaN(held.Value))
                continue;
            var zone = 0;
            while (zone < ends.Length && held.Value >= ends[zone] * basis)
                zone++;
            seconds[zone] += (int)held.Seconds;
        }

        return seconds;
    }
}
