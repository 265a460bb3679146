using System.Net;
using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Sync;

internal sealed class TableSyncStore(AppTables tables, TimeProvider clock) : ISyncStore
{
    /// <summary>The service's own limit of a page.</summary>
    private const int PageRows = 1000;

    private readonly TableClient _table = tables.UserData;
    private readonly HeadCache _heads = new();

    public async Task<LogPage> ReadLogAsync(
        string userId, string collection, Sequence since, int limit, CancellationToken cancellationToken)
    {
        // Mostly nothing is new. Then a point read, the cheapest request there is, tells so; when another process wrote, the query follows.
        if (_heads.Find(userId)?.Last == since && await ReadHeadAsync(userId, fresh: true, cancellationToken) is var unmoved && unmoved.Last == since)
            return new LogPage([], unmoved);

        // Head and changes come from one query, and so from one snapshot: the service gives queries within a partition snapshot isolation
        // (Calder et al., "Windows Azure Storage", SOSP 2011, 5.5). A change is in the page or behind the head, never between.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey gt {SyncRowKeys.Log(since)} and RowKey le {SyncRowKeys.Head} and (Collection eq {collection} or RowKey eq {SyncRowKeys.Head})");
        var entries = new List<LogEntry>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, Math.Min(limit + 1, PageRows), cancellationToken: cancellationToken))
        {
            if (row.RowKey == SyncRowKeys.Head)
            {
                var head = SyncRows.Head(row);
                _heads.Remember(userId, head);
                return new LogPage(entries, head);
            }

            entries.Add(SyncRows.Log(row));
            if (entries.Count == limit)
                return new LogPage(entries, null);
        }

        return new LogPage(entries, Head.None);
    }

    public async Task<Head> ReadHeadAsync(string userId, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && _heads.Find(userId) is { } known)
            return known;
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, SyncRowKeys.Head, cancellationToken: cancellationToken);
        var head = row.HasValue ? SyncRows.Head(row.Value!) : Head.None;
        _heads.Remember(userId, head);
        return head;
    }

    public async Task<StoredDocument?> FindAsync(
        string userId, DocumentKey key, bool withSamples, CancellationToken cancellationToken)
    {
        if (withSamples)
            return await FindWithSamplesAsync(userId, key, cancellationToken);
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, SyncRowKeys.Document(key), cancellationToken: cancellationToken);
        return row.HasValue ? new StoredDocument(SyncRows.Document(row.Value!)) : null;
    }

    public async Task<StoredJson?> ReadBodyAsync(string userId, Sequence sequence, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, SyncRowKeys.Log(sequence), cancellationToken: cancellationToken);
        return row.HasValue ? SyncRows.Body(row.Value!) : null;
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

    public async Task<CommitOutcome> CommitAsync(
        string userId, Head head, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        // A document that is newer than the head: the batch could only fail, or give out the sequence of a row it deletes, which is no batch.
        if (writes.Any(write => write.Replaces?.Sequence > head.Last))
            return Stale(userId);
        var batch = new SyncBatch(userId, head, writes, clock.GetUtcNow());
        try
        {
            var answers = await _table.SubmitTransactionAsync(batch.Actions, cancellationToken);
            var committed = new Head(batch.Last, answers.Value[0].Headers.ETag);
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

    private CommitOutcome.HeadMoved Stale(string userId)
    {
        _heads.Forget(userId);
        return new CommitOutcome.HeadMoved();
    }

    private async Task<StoredDocument?> FindWithSamplesAsync(string userId, DocumentKey key, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey ge {SyncRowKeys.Document(key)} and RowKey lt {SyncRowKeys.DocumentEnd(key)}");
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            rows.Add(row);
        if (rows.Count == 0)
            return null;
        return new StoredDocument(SyncRows.Document(rows[0]), rows.Count > 1 ? SyncRows.Bytes(rows.Skip(1)) : null);
    }

    /// <summary>The head's ETag differs, another writer made the first head, or a row to delete went with another writer's edit.</summary>
    private static bool IsStale(RequestFailedException e) =>
        e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.Conflict
        || (e.Status == (int)HttpStatusCode.NotFound && e.ErrorCode == "ResourceNotFound");
}
