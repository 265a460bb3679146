namespace FitServerless.Workouts.Measurements;

/// <summary>A channel's value over whole seconds of the clock, so that rates above and below one a second both come out right.</summary>
/// <param name="From">Seconds since 1970.</param>
/// <param name="To">Where the next sample takes over; a second later when that is a pause away.</param>
/// <param name="Value">NaN where the sensor was silent.</param>
internal readonly record struct HeldValue(long From, long To, double Value)
{
    /// <summary>A longer gap is a pause, not pedalling.</summary>
    private const int PauseSeconds = 30;

    public long Seconds => To - From;

    /// <summary>Empty without the channel.</summary>
    public static IEnumerable<HeldValue> Of(MeasurementSeries series, Channel channel)
    {
        if (!series.Has(channel))
            yield break;
        for (var row = 0; row < series.Count; row++)
        {
            var from = series.Times[row] / 1000;
            var gap = row + 1 == series.Count ? 1 : (series.Times[row + 1] / 1000) - from;
            yield return new HeldValue(from, from + (gap > PauseSeconds ? 1 : gap), series.Value(channel, row));
        }
    }
}
