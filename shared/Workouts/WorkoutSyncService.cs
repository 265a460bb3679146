using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>Offline-first sync of workouts: takes what changed on a device and gives back what changed elsewhere.</summary>
public sealed class WorkoutSyncService(ISyncStore store, DocumentWriter writer, TimeProvider clock)
{
    public async Task<WorkoutSyncAnswer> PullAsync(string userId, Sequence since, int limit, CancellationToken cancellationToken)
    {
        var page = await store.ReadLogAsync(userId, Workout.Collection, since, limit, cancellationToken);
        return new WorkoutSyncAnswer(page.CursorAfter(since), page.HasMore, [.. page.Entries.Select(entry => entry.Body)]);
    }

    public async Task<WorkoutSyncAnswer> SyncAsync(
        string userId, Sequence since, int limit, IReadOnlyList<ParsedEdit> edits, CancellationToken cancellationToken)
    {
        // Pull first: its query brings the head that the writes need, and what the device is about to overwrite is still there to see.
        var page = await store.ReadLogAsync(userId, Workout.Collection, since, limit, cancellationToken);
        var planned = PlannedEdit.PlanAll(edits, userId, clock.GetUtcNow());
        var changes = planned.Select(edit => edit.Change).OfType<DocumentChange>().ToList();
        var push = await writer.WriteAsync(userId, changes, page.Head, cancellationToken);
        // Past its own writes, so that they do not come back; but never past another's that the page does not hold, and not past what became of
        // a version that the device had not seen: it kept members of it, or samples, and the device needs the outcome.
        var seesAll = push.Unbroken && !page.Entries.Any(entry => push.Written.Contains(entry.Key));
        return new WorkoutSyncAnswer(
            seesAll ? push.Head.Last : page.CursorAfter(since),
            HasMore: !seesAll,
            [.. page.Entries.Where(entry => !push.Written.Contains(entry.Key)).Select(entry => entry.Body)],
            PlannedEdit.Results(planned, push.Results));
    }
}
