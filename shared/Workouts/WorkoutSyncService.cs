using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>Offline-first sync of workouts: takes what changed on a device and gives back what changed elsewhere.</summary>
public sealed class WorkoutSyncService(ISyncStore store, DocumentWriter writer, TimeProvider clock)
{
    public async Task<WorkoutSyncAnswer> PullAsync(string userId, Sequence since, int limit, CancellationToken cancellationToken)
    {
        var page = await store.ReadLogAsync(userId, [Workout.Collection], since, limit, cancellationToken);
        return new WorkoutSyncAnswer(page.CursorAfter(since), page.HasMore, [.. page.Entries.Select(entry => entry.Body)]);
    }

    public async Task<WorkoutSyncAnswer> SyncAsync(
        string userId, Sequence since, int limit, IReadOnlyList<ParsedEdit> edits, CancellationToken cancellationToken)
    {
        // Pull first: its query brings the head that the writes need, and what the device is about to overwrite is still there to see.
        var page = await store.ReadLogAsync(userId, [Workout.Collection], since, limit, cancellationToken);
        var planned = PlannedEdit.PlanAll(edits, userId, clock.GetUtcNow());
        var changes = planned.Select(edit => edit.Change).OfType<DocumentChange>().ToList();
        var push = await writer.WriteAsync(userId, changes, page.Head, cancellationToken);
        return new WorkoutSyncAnswer(
            // Past its own writes, so that they do not come back; but never past another's that the page does not hold.
            push.Unbroken ? push.Head.Last : page.CursorAfter(since),
            HasMore: !push.Unbroken,
            // A document that both sides changed goes back as the writes left it: the device has not seen what they were made on.
            [.. page.Entries.Select(entry => push.Written.TryGetValue(entry.Key, out var written) ? written : entry.Body)],
            PlannedEdit.Results(planned, push.Results));
    }
}
