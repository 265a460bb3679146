using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <param name="Cursor">What the client sends as <c>lastSyncAt</c> the next time.</param>
/// <param name="HasMore">There are more changes: pull again at once.</param>
/// <param name="Results">One a change; <c>null</c> on a mere pull.</param>
public sealed record WorkoutSyncAnswer(
    SyncCursor Cursor, bool HasMore, IReadOnlyList<StoredJson> Changes, IReadOnlyList<WorkoutSyncResult>? Results = null);
