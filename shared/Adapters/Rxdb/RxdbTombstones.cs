using FitServerless.Sync;

namespace FitServerless.Adapters.Rxdb;

/// <summary>
/// Gives deleted documents back what they last held: RxDB checks them against the collection's schema, too, and a client would drop the delete
/// of a document that lacks a required member.
/// </summary>
internal sealed class RxdbTombstones(ISyncStore store)
{
    /// <summary>Reads side by side: enough to hide their latency, few enough to leave connections for others.</summary>
    private const int Parallelism = 8;

    /// <summary>One transaction a deleted document, out of its history; one that is no longer there stays bare.</summary>
    public async Task<IReadOnlyList<SyncedDocument>> FillAsync(
        string userId, DocumentKind kind, IReadOnlyList<SyncedDocument> documents, CancellationToken cancellationToken)
    {
        var filled = new List<SyncedDocument>(documents.Count);
        foreach (var some in documents.Chunk(Parallelism))
            filled.AddRange(await Task.WhenAll(some.Select(document => FillAsync(userId, kind, document, cancellationToken))));
        return filled;
    }

    private async Task<SyncedDocument> FillAsync(string userId, DocumentKind kind, SyncedDocument document, CancellationToken cancellationToken)
    {
        if (!document.Deleted)
            return document;
        var history = await store.ReadHistoryAsync(userId, document.Key, cancellationToken);
        return history.LastOrDefault(past => past is { Deleted: false, Lost: false }) is { } last
            ? document with { Data = SyncedDocument.Read(kind, document.Key.Id, last.Body).Data }
            : document;
    }
}
