using System.Net;
using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Sync;

/// <param name="expiry">Where deletes are noted, so that they are forgotten in time; nowhere unless given.</param>
internal sealed class TableSyncStore(AppTables tables, TimeProvider clock, IOptions<SyncOptions> options, ExpiryIndex? expiry = null) : ISyncStore
{
    /// <summary>The service's own limit of a page.</summary>
    private const int PageRows = 1000;

    private readonly TableClient _table = tables.UserData;
    private readonly TableDocumentReader _documents = new(tables.UserData);
    private readonly TableListReader _lists = new(tables.UserData);
    private readonly HeadCache _heads = new();

    public async Task<LogPage> ReadLogAsync(
        string userId, IReadOnlyCollection<string>? collections, Sequence since, int limit, CancellationToken cancellationToken)
    {
        // Mostly nothing is new. Then a point read, the cheapest request there is, tells so; when another process wrote, the query follows.
        if (_heads.Find(userId)?.Last == since && await ReadHeadAsync(userId, fresh: true, cancellationToken) is var unmoved && unmoved.Last == since)
            return new LogPage([], unmoved);

        // Head and changes come from one query, and so from one snapshot: the service gives queries within a partition snapshot isolation
        // (Calder et al., "Windows Azure Storage", SOSP 2011, 5.5). A change is in the page or behind the head, never between.
        var filter = LogFilter(userId, since, collections);
        // One row more than is wanted: it is the head, or tells that there is more.
        limit = Math.Min(limit, PageRows - 1);
        var entries = new List<LogEntry>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, limit + 1, cancellationToken: cancellationToken))
        {
            if (row.RowKey == SyncRowKeys.Head)
            {
                var head = LogRows.Head(row);
                _heads.Remember(userId, head);
                return new LogPage(entries, head);
            }

            if (collections?.Contains(row.GetString("Collection")) == false)
                continue;
            if (entries.Count == limit)
                return new LogPage(entries, null);
            entries.Add(LogRows.Entry(row));
        }

        return new LogPage(entries, Head.None);
    }

    public async Task<Head> ReadHeadAsync(string userId, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && _heads.Find(userId) is { } known)
            return known;
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, SyncRowKeys.Head, cancellationToken: cancellationToken);
        var head = row.HasValue ? LogRows.Head(row.Value!) : Head.None;
        _heads.Remember(userId, head);
        return head;
    }

    public Task<StoredDocument?> FindAsync(string userId, DocumentKey key, bool withSamples, CancellationToken cancellationToken) =>
        _documents.FindAsync(userId, key, withSamples, cancellationToken);

    public IAsyncEnumerable<(DocumentKey Key, StoredDocument Document)> ReadDocumentsAsync(
        string userId, string? collection, bool withSamples, CancellationToken cancellationToken) =>
        _documents.ReadAllAsync(userId, collection, withSamples, cancellationToken);

    public Task<IReadOnlyList<PastVersion>> ReadHistoryAsync(string userId, DocumentKey key, CancellationToken cancellationToken) =>
        _documents.ReadHistoryAsync(userId, key, cancellationToken);

    public Task<ListPage> ListAsync(string userId, ListQuery query, CancellationToken cancellationToken) =>
        _lists.ReadAsync(userId, query, cancellationToken);

    public Task<ILookup<string, StoredJson>> ListSeveralAsync(
        string userId, IReadOnlyList<ListQuery> queries, CancellationToken cancellationToken) =>
        _lists.ReadSeveralAsync(userId, queries, cancellationToken);

    public async Task<CommitOutcome> CommitAsync(
        string userId, Head head, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        // A document that is newer than the head: the batch could only fail, or give out the sequence of a row it deletes, which is no batch.
        if (writes.Any(write => write.Replaces?.State.Sequence > head.Last))
            return Stale(userId);
        var now = clock.GetUtcNow();
        if (expiry is not null && writes.Any(write => write.State.Deleted))
            await expiry.NoteAsync(
                TombstoneExpiry.Name, userId, TombstoneExpiry.DueAfter(DateOnly.FromDateTime(now.UtcDateTime), options.Value), cancellationToken);
        var batch = new SyncBatch(userId, head, writes, now, options.Value.HistoryVersions);
        try
        {
            var answers = await _table.SubmitTransactionAsync(batch.Actions, cancellationToken);
            var committed = new Head(batch.Last, answers.Value[0].Headers.ETag, head.Horizon);
            _heads.Remember(userId, committed);
            return new CommitOutcome.Committed(committed, batch.Sequences);
        }
        catch (TableTransactionFailedException e) when (e.Status == (int)HttpStatusCode.Conflict && e.FailedTransactionActionIndex > 0)
        {
            return new CommitOutcome.AlreadyExists();
        }
        catch (RequestFailedException e) when (IsStale(e))
        {
            return Stale(userId);
        }
        catch
        {
            // Whether it was applied is unknown; the next writer must look.
            _heads.Forget(userId);
            throw;
        }
    }

    /// <summary>A filter holds 15 comparisons; a longer list of collections is sorted out here.</summary>
    private static string LogFilter(string userId, Sequence since, IReadOnlyCollection<string>? collections)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey gt {SyncRowKeys.Log(since)} and RowKey le {SyncRowKeys.Head}");
        if (collections is null or { Count: > 11 })
            return filter;
        var wanted = collections.Select(collection => TableClient.CreateQueryFilter($"Collection eq {collection}"))
            .Append(TableClient.CreateQueryFilter($"RowKey eq {SyncRowKeys.Head}"));
        return $"{filter} and ({string.Join(" or ", wanted)})";
    }

    public async Task<TombstonesPurged> PurgeTombstonesAsync(string userId, Sequence until, CancellationToken cancellationToken)
    {
        try
        {
            return await new TombstonePurge(_table, userId).RunAsync(until, cancellationToken);
        }
        finally
        {
            _heads.Forget(userId);
        }
    }

    public async Task<DigestRead> ReadDigestAsync(
        string userId, IReadOnlyCollection<string>? collections, CancellationToken cancellationToken)
    {
        var (digest, head) = (new SyncDigest(), Head.None);
        await foreach (var row in _table.QueryAsync<TableEntity>(
            LogFilter(userId, Sequence.Start, collections), PageRows, LogRows.DigestColumns, cancellationToken))
        {
            if (row.RowKey == SyncRowKeys.Head)
                head = LogRows.Head(row);
            else if (row.GetBoolean("Deleted") != true && collections?.Contains(row.GetString("Collection")!) != false)
                LogRows.AddTo(digest, row);
        }

        return new DigestRead(digest, head);
    }

    private CommitOutcome.HeadMoved Stale(string userId)
    {
        _heads.Forget(userId);
        return new CommitOutcome.HeadMoved();
    }

    /// <summary>The head's ETag differs, another writer made the first head, or a row to delete went with another writer's edit.</summary>
    internal static bool IsStale(RequestFailedException e) =>
        e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.Conflict
        || (e.Status == (int)HttpStatusCode.NotFound && e.ErrorCode == "ResourceNotFound");
}
