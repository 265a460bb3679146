using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Efforts;

/// <summary>What an effort was worth, kept in the workout's summary. <c>null</c> where a channel or a threshold is missing.</summary>
public sealed record EffortSummary
{
    /// <summary>Seconds that were recorded, without the pauses.</summary>
    public int? MovingSeconds { get; init; }

    /// <summary>Watts by seconds.</summary>
    public IReadOnlyDictionary<string, int>? BestPower { get; init; }

    /// <summary>Seconds by metres.</summary>
    public IReadOnlyDictionary<string, double>? BestTimes { get; init; }

    public ZoneTimes? PowerZones { get; init; }

    public ZoneTimes? HeartrateZones { get; init; }

    /// <summary>
    /// See <see cref="Efforts.Load"/>. Only against thresholds that the person gave: weighed against itself, every easy ride is hard.
    /// </summary>
    public double? Load { get; init; }

    public double? Intensity { get; init; }

    public string? LoadBasis { get; init; }

    internal static EffortSummary Of(MeasurementSeries series, SeriesSummary summary, Thresholds known)
    {
        var power = BestEfforts.Power(series);
        var seconds = Seconds(series, Channel.Power) ?? Seconds(series, Channel.Heartrate);
        var load = Efforts.Load.Of(seconds, summary.NormalizedPower, summary.AvgHeartrate, known);
        return new EffortSummary
        {
            MovingSeconds = seconds,
            BestPower = power,
            BestTimes = BestEfforts.Times(series),
            PowerZones = Zones.OfPower(series, known, power?.TryGetValue("1200", out var watts) == true ? watts : null),
            HeartrateZones = Zones.OfHeartrate(series, known, summary.MaxHeartrate),
            Load = load?.Value,
            Intensity = load?.Intensity,
            LoadBasis = load?.Basis,
        };
    }

    private static int? Seconds(MeasurementSeries series, Channel channel) =>
        series.Has(channel) ? (int)HeldValue.Of(series, channel).Sum(held => held.Seconds) : null;
}
