using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Workouts;

/// <summary>A workout as it is stored and sent, but for <c>syncedAt</c>, which the log adds.</summary>
public sealed record Workout
{
    public const string Collection = "workouts";

    public required string Id { get; init; }

    /// <summary>The client's own id for it, if it came with one.</summary>
    public string? LocalId { get; init; }

    /// <summary>Missing on a tombstone only.</summary>
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? StartedAt { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? EndedAt { get; init; }

    public int? DurationSeconds { get; init; }

    public string? SportType { get; init; }

    public string? Title { get; init; }

    public string? Notes { get; init; }

    /// <summary>Free JSON; see <see cref="WorkoutSummary"/> for what the server fills in.</summary>
    public JsonElement? Summary { get; init; }

    /// <summary>Rows of measurements, so that a client knows whether to fetch them; missing for none.</summary>
    public int? MeasurementCount { get; init; }

    /// <summary>Where it was imported from; see <see cref="OriginalFiles"/>.</summary>
    public OriginalFile? Original { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? DeletedAt { get; init; }
}
