using FitServerless.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Files.Originals;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Functions.Workouts;

/// <summary>A stored <see cref="Workout"/> as it is sent: with its place in the log and, alone, its measurements.</summary>
internal sealed record WorkoutShape(
    string Id,
    DateTimeOffset UpdatedAt,
    int Version,
    string SyncedAt,
    string? LocalId = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? EndedAt = null,
    int? DurationSeconds = null,
    string? SportType = null,
    string? Title = null,
    string? Notes = null,
    FreeObject? Summary = null,
    int? MeasurementCount = null,
    OriginalFile? Original = null,
    string? Enc = null,
    string? Kid = null,
    string? Iv = null,
    string? Ct = null,
    DateTimeOffset? DeletedAt = null,
    MeasurementSeries? Measurements = null);
