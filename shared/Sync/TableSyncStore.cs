using System.Net;
using System.Runtime.CompilerServices;
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

    /// <summary>Whole documents of 256 KiB, some of them with history marks: 30 MB at most, mostly 200 KB.</summary>
    private const int PageDocuments = 100;

    private readonly TableClient _table = tables.UserData;
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
                var head = SyncRows.Head(row);
                _heads.Remember(userId, head);
                return new LogPage(entries, head);
            }

            if (collections?.Contains(row.GetString("Collection")) == false)
                continue;
            if (entries.Count == limit)
                return new LogPage(entries, null);
            entries.Add(SyncRows.Log(row));
        }

        return new LogPage(entries, Head.None);
    }

    public async Task<Head> ReadHeadAsync(string userId, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && _heads.Find(userId) is { } known)
            return known;
        var head = await FindRowAsync(userId, SyncRowKeys.Head, cancellationToken) is { } row ? SyncRows.Head(row) : Head.None;
        _heads.Remember(userId, head);
        return head;
    }

    public async Task<StoredDocument?> FindAsync(
        string userId, DocumentKey key, bool withSamples, CancellationToken cancellationToken)
    {
        while (await FindRowAsync(userId, SyncRowKeys.Document(key), cancellationToken) is { } row)
        {
            // Otherwise a writer came between the reads: look again.
            if (await TryCompleteAsync(userId, key, row, withSamples, cancellationToken) is { } found)
                return found;
        }

        return null;
    }

    public async IAsyncEnumerable<(DocumentKey Key, StoredDocument Document)> ReadDocumentsAsync(
        string userId, bool withSamples, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey gt {SyncRowKeys.DocumentStart} and RowKey lt {SyncRowKeys.DocumentEnd}");
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, PageDocuments, cancellationToken: cancellationToken).AsPages())
        {
            foreach (var some in page.Values.Chunk(DocumentReads.Parallelism))
            {
                foreach (var (key, found) in await Task.WhenAll(some.Select(row => ReadAsync(userId, row, withSamples, cancellationToken))))
                {
                    if (found is not null)
                        yield return (key, found);
                }
            }
        }
    }

    private async Task<(DocumentKey Key, StoredDocument? Document)> ReadAsync(
        string userId, TableEntity row, bool withSamples, CancellationToken cancellationToken)
    {
        var key = SyncRowKeys.DocumentOf(row.RowKey);
        return (key, await TryCompleteAsync(userId, key, row, withSamples, cancellationToken)
            ?? await FindAsync(userId, key, withSamples, cancellationToken));
    }

    /// <returns><c>null</c> when the samples are no longer those of this row.</returns>
    private async Task<StoredDocument?> TryCompleteAsync(
        string userId, DocumentKey key, TableEntity row, bool withSamples, CancellationToken cancellationToken)
    {
        var found = new StoredDocument(SyncRows.State(row), SyncRows.Body(row)) { ETag = row.ETag };
        if (!withSamples || found.State.SampleRows == 0)
            return found;
        var rows = await Task.WhenAll(Enumerable.Range(0, found.State.SampleRows)
            .Select(index => FindRowAsync(userId, SyncRowKeys.Samples(key, index), cancellationToken)));
        return Array.TrueForAll(rows, samples => samples is not null && SyncRows.SamplesVersion(samples) == found.State.SamplesVersion)
            ? found with { Samples = SyncRows.Bytes(rows!) }
            : null;
    }

    public async Task<IReadOnlyList<PastVersion>> ReadHistoryAsync(string userId, DocumentKey key, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey gt {SyncRowKeys.PastStart(key)} and RowKey lt {SyncRowKeys.PastEnd(key)}");
        var history = new List<PastVersion>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken))
            history.Add(SyncRows.Past(row));
        return history;
    }

    public async Task<ListPage> ListAsync(string userId, ListQuery query, CancellationToken cancellationToken)
    {
        var start = SyncRowKeys.ListStart(query.Collection, query.To);
        var after = query.Cursor is { } cursor && string.CompareOrdinal(cursor, start) > 0 ? cursor : start;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey gt {after} and RowKey lt {SyncRowKeys.ListEnd(query.Collection, query.From)}");
        if (query.Tag is { } tag)
            filter = $"{filter} and {TableClient.CreateQueryFilter($"Tag eq {tag}")}";

        var items = new List<StoredJson>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, query.Limit, cancellationToken: cancellationToken))
        {
            items.Add(SyncRows.Body(row));
            if (items.Count == query.Limit)
                return new ListPage(items, row.RowKey);
        }

        return new ListPage(items, null);
    }

    public async Task<ILookup<string, StoredJson>> ListSeveralAsync(
        string userId, IReadOnlyList<ListQuery> queries, CancellationToken cancellationToken)
    {
        // The service reads a range of keys, and filters what is in it; so it is told the whole range beside the stretches. With at most three
        // comparisons each, five of them keep to the 15 that a filter may hold.
        var first = queries.Select(query => SyncRowKeys.ListStart(query.Collection, query.To)).Min(StringComparer.Ordinal)!;
        var last = queries.Select(query => SyncRowKeys.ListEnd(query.Collection, query.From)).Max(StringComparer.Ordinal)!;
        var range = TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {first} and RowKey lt {last}");
        var filter = $"{range} and ({string.Join(" or ", queries.Select(Stretch))})";
        var rows = await _table.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken)
            .Take(PageRows).ToListAsync(cancellationToken);
        return rows.ToLookup(row => SyncRowKeys.ListCollection(row.RowKey), SyncRows.Body);
    }

    private static string Stretch(ListQuery query)
    {
        var filter = TableClient.CreateQueryFilter(
            $"RowKey gt {SyncRowKeys.ListStart(query.Collection, query.To)} and RowKey lt {SyncRowKeys.ListEnd(query.Collection, query.From)}");
        return query.Tag is { } tag ? $"({filter} and {TableClient.CreateQueryFilter($"Tag eq {tag}")})" : $"({filter})";
    }

    public async Task<CommitOutcome> CommitAsync(
        string userId, Head head, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        // A document that is newer than the head: the batch could only fail, or give out the sequence of a row it deletes, which is no batch.
        if (writes.Any(write => write.Replaces?.State.Sequence > head.Last))
            return Stale(userId);
        var now = clock.GetUtcNow();
        if (expiry is not null && writes.Any(write => write.State.Deleted))
            await expiry.NoteAsync(TombstoneExpiry.Name, userId, TombstoneExpiry.DueAfter(DateOnly.FromDateTime(now.UtcDateTime), options.Value), cancellationToken);
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
            LogFilter(userId, Sequence.Start, collections), PageRows, SyncRows.DigestColumns, cancellationToken))
        {
            if (row.RowKey == SyncRowKeys.Head)
                head = SyncRows.Head(row);
            else if (row.GetBoolean("Deleted") != true && collections?.Contains(row.GetString("Collection")!) != false)
                SyncRows.AddTo(digest, row);
        }

        return new DigestRead(digest, head);
    }

    private CommitOutcome.HeadMoved Stale(string userId)
    {
        _heads.Forget(userId);
        return new CommitOutcome.HeadMoved();
    }

    private async Task<TableEntity?> FindRowAsync(string userId, string rowKey, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>The head's ETag differs, another writer made the first head, or a row to delete went with another writer's edit.</summary>
    internal static bool IsStale(RequestFailedException e) =>
        e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.Conflict
        || (e.Status == (int)HttpStatusCode.NotFound && e.ErrorCode == "ResourceNotFound");
}
