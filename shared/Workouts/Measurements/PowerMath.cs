namespace FitServerless.Workouts.Measurements;

/// <summary>What follows from power over time.</summary>
internal static class PowerMath
{
    private const int WindowSeconds = 30;

    /// <summary>
    /// Fourth root of the mean of the fourth powers of the rolling 30-second mean (Allen and Coggan, "Training and Racing with a Power
    /// Meter"), on one value a second; a pause starts a new window. <c>null</c> below 30 seconds of power.
    /// </summary>
    public static int? Normalized(MeasurementSeries series)
    {
        var window = new double[WindowSeconds];
        double sum = 0, fourth = 0;
        long filled = 0, means = 0;
        foreach (var (watts, seconds, afterPause) in Seconds(series))
        {
            if (afterPause)
                (sum, filled) = (0, 0);
            for (var second = 0; second < seconds; second++, filled++)
            {
                var slot = filled % WindowSeconds;
                sum += watts - (filled < WindowSeconds ? 0 : window[slot]);
                window[slot] = watts;
                if (filled + 1 < WindowSeconds)
                    continue;
                fourth += Math.Pow(sum / WindowSeconds, 4);
                means++;
            }
        }

        return means == 0 ? null : (int)Math.Round(Math.Pow(fourth / means, 0.25));
    }

    /// <summary>
    /// Cyclists turn 20 to 25 % of the energy they burn into work, and a kilocalorie is 4.184 kJ: so kilojoules of work are close to
    /// kilocalories burned.
    /// </summary>
    public static int? Calories(MeasurementSeries series)
    {
        double joules = 0;
        foreach (var (watts, seconds, _) in Seconds(series))
            joules += watts * seconds;
        return series.Has(Channel.Power) ? (int)Math.Round(joules / 1000) : null;
    }

    /// <summary>A sensor that drops out gives no power.</summary>
    private static IEnumerable<(double Watts, int Seconds, bool AfterPause)> Seconds(MeasurementSeries series)
    {
        var last = long.MinValue;
        foreach (var held in HeldValue.Of(series, Channel.Power))
        {
            yield return (double.IsNaN(held.Value) ? 0 : held.Value, (int)held.Seconds, held.From != last);
            last = held.To;
        }
    }
}
