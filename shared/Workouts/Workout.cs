using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;
using FitServerless.Sync;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Workouts;

/// <summary>A workout as it is stored and sent, but for <c>syncedAt</c>, which the log adds.</summary>
public sealed record Workout
{
    public const string Collection = DocumentKinds.Workouts;

    public const string DefaultSport = "Biking";

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

    /// <summary>
    /// Of a workout that only its owner's devices can read: the algorithm, the key's name, the initialization vector, the ciphertext.
    /// </summary>
    public string? Enc { get; init; }

    public string? Kid { get; init; }

    public string? Iv { get; init; }

    public string? Ct { get; init; }

    [JsonIgnore]
    public bool IsEncrypted => Ct is not null;

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? DeletedAt { get; init; }
}
