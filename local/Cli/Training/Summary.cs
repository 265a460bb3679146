namespace FitServerless.Local.Cli.Training;

/// <summary>What a watch without a recording sends. Distance in metres, power in watts.</summary>
internal sealed record Summary(
    double Distance, double AvgHeartrate, double MaxHeartrate, double AvgCadence, double? AvgPower, double? MaxPower)
{
    public static Summary Of(IReadOnlyList<Measurement> measurements) => new(
        measurements[^1].Distance,
        Math.Round(measurements.Average(each => each.Heartrate)),
        measurements.Max(each => each.Heartrate),
        Math.Round(measurements.Average(each => each.Cadence)),
        measurements.Average(each => each.Power) is { } power ? Math.Round(power) : null,
        measurements.Max(each => each.Power));
}
