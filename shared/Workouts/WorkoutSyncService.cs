using FitServerless.Sync;
using FitServerless.Workouts.Efforts;

namespace FitServerless.Workouts;

/// <summary>Offline-first sync of workouts: takes what changed on a device and gives back what changed elsewhere.</summary>
public sealed class WorkoutSyncService(LogReader log, DocumentWriter writer, ThresholdSettings thresholds, TimeProvider clock)
{
    /// <returns><c>null</c> when the device must start over: deletes since its cursor are forgotten.</returns>
    public async Task<WorkoutSyncAnswer?> PullAsync(string userId, SyncCursor since, int limit, CancellationToken cancellationToken) =>
        await SyncAsync(userId, since, limit, [], cancellationToken) is { } answer ? answer with { Results = null } : null;

    /// <returns><c>null</c> when the device must start over: deletes since its cursor are forgotten. Nothing was written.</returns>
    public async Task<WorkoutSyncAnswer?> SyncAsync(
        string userId, SyncCursor since, int limit, IReadOnlyList<ParsedEdit> edits, CancellationToken cancellationToken)
    {
        // Pull first: its query brings the head that the writes need, and what the device is about to overwrite is still there to see.
        if (await log.ReadAsync(userId, [Workout.Collection], since, limit, cancellationToken) is not { } page)
            return null;
        var known = edits.Any(edit => edit.Edit is { HasEffort: true }) ? await thresholds.FindAsync(userId, cancellationToken) : Thresholds.None;
        var planned = PlannedEdit.PlanAll(edits, userId, known, clock.GetUtcNow());
        var changes = planned.Select(edit => edit.Change).OfType<DocumentChange>().ToList();
        var push = await writer.WriteAsync(userId, changes, page.Log.Head, cancellationToken);
        return new WorkoutSyncAnswer(
            page.CursorAfter(push),
            HasMore: !push.Unbroken,
            [.. page.After(changes, push).Select(workout => workout.Body)],
            PlannedEdit.Results(planned, push.Results));
    }
}
