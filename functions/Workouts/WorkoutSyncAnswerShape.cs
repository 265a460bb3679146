namespace FitServerless.Functions.Workouts;

/// <summary>What <see cref="WorkoutSyncWriter"/> writes.</summary>
/// <param name="Results">Of a push, one a change.</param>
internal sealed record WorkoutSyncAnswerShape(
    string SyncedAt, bool HasMore, IReadOnlyList<WorkoutShape> Changes, IReadOnlyList<WorkoutResultShape>? Results = null);
