using FitServerless.Workouts.Efforts;

namespace FitServerless.Stats;

/// <summary>
/// Loads of those who gave no thresholds. They are taken from the best of the last 90 days: 95 % of the best 20 minutes, and the greatest
/// heart rate. Early on, with little to go by, they come out too low and loads too high.
/// </summary>
internal sealed class LoadEstimates
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private readonly TrailingMax _power = new(Memory);
    private readonly TrailingMax _heartrate = new(Memory);

    /// <param name="entries">Ascending by time.</param>
    public static IReadOnlyList<StatEntry> Fill(IEnumerable<StatEntry> entries)
    {
        var estimates = new LoadEstimates();
        return [.. entries.Select(estimates.Fill)];
    }

    private StatEntry Fill(StatEntry entry)
    {
        var thresholds = new Thresholds
        {
            Ftp = (int?)(_power.Add(entry.StartedAt, entry.BestTwentyMinutes) * 0.95),
            MaxHeartrate = _heartrate.Add(entry.StartedAt, entry.MaxHeartrate),
        };
        if (entry.Load is not null)
            return entry;
        var load = Load.Of(entry.MovingSeconds ?? entry.Seconds, entry.NormalizedPower, entry.AvgHeartrate, thresholds);
        return load is null ? entry : entry with { Load = load.Value, IsEstimated = true };
    }
}
