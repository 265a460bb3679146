using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files;

/// <summary>A recorded activity, whatever format it came in or goes out as.</summary>
public sealed record ActivityFile
{
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>One of <see cref="Sports"/>, or what the file called it; <c>null</c> when it does not say.</summary>
    public string? Sport { get; init; }

    public string? Title { get; init; }

    public string? Notes { get; init; }

    /// <summary>The device or program that recorded it.</summary>
    public string? Creator { get; init; }

    public IReadOnlyList<ActivityLap> Laps { get; init; } = [];

    public IReadOnlyList<ActivityPause> Pauses { get; init; } = [];

    public MeasurementSeries Samples { get; init; } = MeasurementSeries.Empty;

    public ActivityTotals Totals { get; init; } = new();
}
