using FitServerless.Sync;

namespace FitServerless.Functions.Workouts;

/// <summary>What <see cref="WorkoutSyncWriter"/> writes of a change that came.</summary>
internal sealed record WorkoutResultShape(
    string? LocalId,
    string? Id,
    ChangeStatus Status,
    int Version,
    DateTimeOffset? ClampedTo = null,
    int? LostVersion = null,
    WorkoutShape? Current = null,
    ChangeProblemShape? Problem = null);
