using System.Collections.Concurrent;

namespace FitServerless.Sync;

/// <summary>What a push has read of the documents it is about to change.</summary>
internal sealed class DocumentReads(ISyncStore store, string userId)
{
    /// <summary>Point reads side by side: enough to hide their latency, few enough to leave connections for others.</summary>
    public const int Parallelism = 8;

    private readonly ConcurrentDictionary<DocumentKey, StoredDocument?> _found = new();
    private readonly HashSet<DocumentKey> _seen = [];
    private bool _trustNew = true;

    public StoredDocument? this[DocumentKey key] => _found.GetValueOrDefault(key);

    /// <summary>Reads what is needed and not read yet; changes to documents that are expected to be new need nothing.</summary>
    public async Task LoadAsync(IEnumerable<DocumentChange> changes, CancellationToken cancellationToken)
    {
        // Only the first change of a document is decided on this read, so it is that one's needs that count.
        var missing = changes.DistinctBy(change => change.Key).Where(MustLook);
        foreach (var some in missing.Chunk(Parallelism))
            await Task.WhenAll(some.Select(change => LoadAsync(change, cancellationToken)));
    }

    public void Outdate(DocumentKey key)
    {
        _seen.Add(key);
        _found.TryRemove(key, out _);
    }

    /// <summary>An id that was taken for new was not: from here on every document is looked at.</summary>
    public void TrustNothing() => _trustNew = false;

    public void Clear() => _found.Clear();

    private bool MustLook(DocumentChange change) =>
        !_found.ContainsKey(change.Key) && !(change.ExpectedNew && _trustNew && !_seen.Contains(change.Key));

    private async Task LoadAsync(DocumentChange change, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(userId, change.Key, change.NeedsSamples, cancellationToken);
        if (found is { State.Past.Kept.Count: > 0 } && change.NeedsHistory(found))
            found = found with { History = await store.ReadHistoryAsync(userId, change.Key, cancellationToken) };
        _found[change.Key] = found;
    }
}
