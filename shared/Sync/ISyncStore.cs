namespace FitServerless.Sync;

/// <summary>
/// A user's documents in one partition of Table Storage, so that any set of changes commits together. Each method says what it costs in
/// storage transactions. Faults of the service leave as <see cref="Azure.RequestFailedException"/> after the client's own bounded retries.
/// </summary>
public interface ISyncStore
{
    /// <summary>
    /// The changes of some collections (<c>null</c>: of all) after <paramref name="since"/>, at most <paramref name="limit"/> and at most 999. One
    /// transaction; two when <paramref name="since"/> is the end of the log that this process saw last, and another one has written meanwhile.
    /// </summary>
    Task<LogPage> ReadLogAsync(
        string userId, IReadOnlyCollection<string>? collections, Sequence since, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// What is there, without the bodies: one transaction and about 100 KB for each 1,000 documents. No snapshot when others write between the
    /// pages.
    /// </summary>
    Task<DigestRead> ReadDigestAsync(string userId, IReadOnlyCollection<string>? collections, CancellationToken cancellationToken);

    /// <summary>The end of the log, as this process last saw it or, when <paramref name="fresh"/>, as it is. None or one transaction.</summary>
    Task<Head> ReadHeadAsync(string userId, bool fresh, CancellationToken cancellationToken);

    /// <summary>
    /// The document, with its samples if asked for. One transaction, and one for each 720 KB of samples (hours of them at one a second).
    /// </summary>
    Task<StoredDocument?> FindAsync(string userId, DocumentKey key, bool withSamples, CancellationToken cancellationToken);

    /// <summary>
    /// The documents of a collection (<c>null</c>: of all), deleted ones too, by collection and id, each whole; no snapshot when others write
    /// meanwhile. One transaction for each 100 documents, and with samples what <see cref="FindAsync"/> costs less one for each that has some.
    /// </summary>
    IAsyncEnumerable<(DocumentKey Key, StoredDocument Document)> ReadDocumentsAsync(
        string userId, string? collection, bool withSamples, CancellationToken cancellationToken);

    /// <summary>A document's older versions, the oldest first. One transaction.</summary>
    Task<IReadOnlyList<PastVersion>> ReadHistoryAsync(string userId, DocumentKey key, CancellationToken cancellationToken);

    /// <summary>A page of a list by date. One transaction, more where a tag filters out most rows.</summary>
    Task<ListPage> ListAsync(string userId, ListQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Stretches of several lists by date, by collection and newest first, in one query: at most five, two of them with a tag, and 1,000 rows. One
    /// transaction. Limits and cursors of the queries count for nothing.
    /// </summary>
    Task<ILookup<string, StoredJson>> ListSeveralAsync(string userId, IReadOnlyList<ListQuery> queries, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets deletes up to <paramref name="until"/>: their documents' rows go, all of them. First the head says so, then the rows go; killed
    /// between, what is left goes the next time. Transactions: one for each 1,000 deletes read, one for each document and each 100 rows, two more.
    /// </summary>
    /// <exception cref="SyncContentionException">Another writer was first each time.</exception>
    Task<TombstonesPurged> PurgeTombstonesAsync(string userId, Sequence until, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all or nothing under the head's ETag. One transaction; with a delete, of a user who is new to this process, up to three more. The
    /// caller keeps to <see cref="BatchLimits"/>.
    /// </summary>
    Task<CommitOutcome> CommitAsync(string userId, Head head, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);
}
