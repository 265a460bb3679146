namespace FitServerless.Stats;

/// <summary>What workouts come to together.</summary>
public sealed record Totals
{
    public int Count { get; init; }

    public long Seconds { get; init; }

    /// <summary>Metres.</summary>
    public double Distance { get; init; }

    /// <summary>Metres climbed.</summary>
    public long Ascent { get; init; }

    /// <summary>Kilocalories.</summary>
    public long Calories { get; init; }

    public double Load { get; init; }

    internal static Totals Of(IReadOnlyCollection<StatEntry> entries) => new()
    {
        Count = entries.Count,
        Seconds = entries.Sum(entry => (long)entry.Seconds),
        Distance = Math.Round(entries.Sum(entry => entry.Distance), 1),
        Ascent = entries.Sum(entry => (long)entry.Ascent),
        Calories = entries.Sum(entry => (long)entry.Calories),
        Load = Math.Round(entries.Sum(entry => entry.Load ?? 0), 1),
    };
}
