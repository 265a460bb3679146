namespace FitServerless.Workouts.Measurements;

/// <summary>What the samples of a workout come to, kept beside it. <c>null</c> where a channel is missing.</summary>
public sealed record SeriesSummary
{
    /// <summary>Rows of samples.</summary>
    public int Count { get; init; }

    public int? AvgPower { get; init; }

    public int? MaxPower { get; init; }

    public int? NormalizedPower { get; init; }

    public int? AvgHeartrate { get; init; }

    public int? MaxHeartrate { get; init; }

    public int? AvgCadence { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Metres climbed.</summary>
    public int? Ascent { get; init; }

    /// <summary>Kilocalories, from mechanical work.</summary>
    public int? Calories { get; init; }

    public static SeriesSummary Of(MeasurementSeries series) => new()
    {
        Count = series.Count,
        AvgPower = Average(series, Channel.Power),
        MaxPower = Max(series, Channel.Power),
        NormalizedPower = PowerMath.Normalized(series),
        AvgHeartrate = Average(series, Channel.Heartrate),
        MaxHeartrate = Max(series, Channel.Heartrate),
        AvgCadence = Average(series, Channel.Cadence),
        Distance = TrackMath.Distance(series),
        Ascent = TrackMath.Ascent(series),
        Calories = PowerMath.Calories(series),
    };

    private static int? Average(MeasurementSeries series, Channel channel)
    {
        double sum = 0;
        var count = 0;
        foreach (var value in series[channel])
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return count == 0 ? null : (int)Math.Round(sum / count);
    }

    private static int? Max(MeasurementSeries series, Channel channel)
    {
        var max = double.NaN;
        foreach (var value in series[channel])
            max = double.MaxNumber(max, value);
        return double.IsNaN(max) ? null : (int)Math.Round(max);
    }
}
