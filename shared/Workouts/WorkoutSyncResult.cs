using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>What became of one change of a sync request.</summary>
/// <param name="ClampedTo">The time the edit counts as made, where the client's own lay too far ahead.</param>
public sealed record WorkoutSyncResult(string? LocalId, string? Id, ChangeResult Outcome, DateTimeOffset? ClampedTo = null);
