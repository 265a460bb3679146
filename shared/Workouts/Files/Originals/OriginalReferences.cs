using FitServerless.Files.Orphans;
using FitServerless.Sync;

namespace FitServerless.Workouts.Files.Originals;

/// <summary>
/// Originals are needed by workouts, and by the history of those that have been deleted or encrypted, because they can be restored. One
/// transaction for each 1,000 workouts; where that leaves blobs over, one for each of the latter.
/// </summary>
internal sealed class OriginalReferences(ISyncStore store) : IBlobReferences
{
    public string Folder => OriginalBlobs.Folder;

    public async Task<IReadOnlySet<string>> FindNeededAsync(
        string userId, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var hidden = new List<DocumentKey>();
        await foreach (var entry in WorkoutsAsync(userId, cancellationToken))
        {
            if (Note(entry.Body) is { Original: null } workout && (entry.Deleted || workout.IsEncrypted))
                hidden.Add(entry.Key);
        }

        foreach (var key in names.All(needed.Contains) ? [] : hidden)
        {
            foreach (var version in await store.ReadHistoryAsync(userId, key, cancellationToken))
                Note(version.Body);
        }

        return needed;

        Workout Note(StoredJson body)
        {
            var workout = WorkoutBody.Parse(body);
            if (workout.Original is { } original)
                needed.Add(OriginalBlobs.Name(userId, original.Sha256));
            return workout;
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
