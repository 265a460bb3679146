namespace FitServerless.Workouts.Measurements;

/// <summary>What follows from power over time. A sample holds until the next one, at most <see cref="PauseSeconds"/>.</summary>
internal static class PowerMath
{
    /// <summary>A longer gap is a pause, not pedalling.</summary>
    private const int PauseSeconds = 30;

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

    private static IEnumerable<(double Watts, int Seconds, bool AfterPause)> Seconds(MeasurementSeries series)
    {
        if (!series.Has(Channel.Power))
            yield break;
        var afterPause = false;
        for (var row = 0; row < series.Count; row++)
        {
            // Whole seconds of the clock, so that rates above and below one a second both come out right.
            var gap = row + 1 == series.Count ? 1 : (series.Times[row + 1] / 1000) - (series.Times[row] / 1000);
            var watts = series.Value(Channel.Power, row);
            yield return (double.IsNaN(watts) ? 0 : watts, gap > PauseSeconds ? 1 : (int)gap, afterPause);
            afterPause = gap > PauseSeconds;
        }
    }
}
