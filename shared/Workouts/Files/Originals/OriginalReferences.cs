using FitServerless.Files.Orphans;
using FitServerless.Sync;

namespace FitServerless.Workouts.Files.Originals;

/// <summary>
/// Originals are needed by workouts, and by the history of those that have been deleted, because they can be restored. Who encrypted a workout
/// wants its original gone. One transaction for each 1,000 workouts; where that leaves blobs over, one for each that is deleted.
/// </summary>
internal sealed class OriginalReferences(ISyncStore store) : IBlobReferences
{
    public string Folder => OriginalBlobs.Folder;

    public async Task<IReadOnlySet<string>> FindNeededAsync(
        string userId, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var deleted = new List<DocumentKey>();
        await foreach (var entry in WorkoutsAsync(userId, cancellationToken))
        {
            Note(entry.Body);
            if (entry.Deleted)
                deleted.Add(entry.Key);
        }

        foreach (var key in names.All(needed.Contains) ? [] : deleted)
        {
            foreach (var version in await store.ReadHistoryAsync(userId, key, cancellationToken))
                Note(version.Body);
        }

        return needed;

        void Note(StoredJson body)
        {
            if (WorkoutBody.Parse(body).Original is { } original)
                needed.Add(OriginalBlobs.Name(userId, original.Sha256));
        }
    }

    private async IAsyncEnumerable<LogEntry> WorkoutsAsync(
        string userId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = Sequence.Start;
        LogPage page;
        do
        {
            page = await store.ReadLogAsync(userId, [Workout.Collection], since, 999, cancellationToken);
            foreach (var entry in page.Entries)
                yield return entry;
            since = page.CursorAfter(since);
        }
        while (page.HasMore);
    }
}
