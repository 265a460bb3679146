namespace FitServerless.Coach.Tweaks;

/// <summary>What the client knows of the set or the workout; any of it may be missing.</summary>
public sealed record EventContext
{
    public string? Exercise { get; init; }

    /// <summary>From 1.</summary>
    public int? SetNumber { get; init; }

    public int? PlannedSets { get; init; }

    /// <summary>In each set.</summary>
    public int? PlannedReps { get; init; }

    /// <summary>In the set that was a struggle, or the fewest of any set of the workout that was completed.</summary>
    public int? CompletedReps { get; init; }

    /// <summary>Sets of the workout that were done.</summary>
    public int? CompletedSets { get; init; }

    /// <summary>Seconds.</summary>
    public int? RestTime { get; init; }

    /// <summary>Kilograms.</summary>
    public double? Weight { get; init; }

    /// <summary>Rating of perceived exertion, 1 to 10.</summary>
    public double? Rpe { get; init; }
}
