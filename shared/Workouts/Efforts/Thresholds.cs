namespace FitServerless.Workouts.Efforts;

/// <summary>What a person's efforts are weighed against; <c>null</c> where nobody said.</summary>
public sealed record Thresholds
{
    public static readonly Thresholds None = new();

    /// <summary>Watts that can be held for about an hour (functional threshold power).</summary>
    public int? Ftp { get; init; }

    /// <summary>Beats a minute at that effort.</summary>
    public int? ThresholdHeartrate { get; init; }

    /// <summary>The most beats a minute.</summary>
    public int? MaxHeartrate { get; init; }
}
