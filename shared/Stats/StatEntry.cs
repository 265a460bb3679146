namespace FitServerless.Stats;

/// <summary>What statistics need of one workout.</summary>
internal sealed record StatEntry
{
    public required DateTimeOffset StartedAt { get; init; }

    public required string Sport { get; init; }

    public int Seconds { get; init; }

    public double Distance { get; init; }

    public int Ascent { get; init; }

    public int Calories { get; init; }

    /// <summary>See <see cref="Workouts.Efforts.Load"/>.</summary>
    public double? Load { get; init; }

    /// <summary>The load was guessed, see <see cref="LoadEstimates"/>.</summary>
    public bool IsEstimated { get; init; }

    public int? MovingSeconds { get; init; }

    public int? NormalizedPower { get; init; }

    public int? BestTwentyMinutes { get; init; }

    public int? AvgHeartrate { get; init; }

    public int? MaxHeartrate { get; init; }
}
