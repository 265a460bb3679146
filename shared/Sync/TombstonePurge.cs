using Azure;
using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>
/// Takes deleted documents out for good. Every batch carries the head under its ETag: a document that has come back meanwhile moved it, and
/// stays.
/// </summary>
internal sealed class TombstonePurge(TableClient table, string userId)
{
    private const int MaxAttempts = 12;

    public async Task<TombstonesPurged> RunAsync(Sequence until, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(until, cancellationToken);
            }
            catch (RequestFailedException e) when (TableSyncStore.IsStale(e))
            {
                if (attempt == MaxAttempts)
                    throw new SyncContentionException();
            }
        }
    }

    private async Task<TombstonesPurged> TryAsync(Sequence until, CancellationToken cancellationToken)
    {
        if (await FindAsync(SyncRowKeys.Head, cancellationToken) is not { } row)
            return TombstonesPurged.Nothing;
        var head = LogRows.Head(row);
        var (due, oldest) = await ReadDueAsync(until, cancellationToken);
        // First the mark: killed behind it, deletes are still there that nobody relies on; without it, a device could miss one unawares.
        if (due.Count > 0 && due[^1].Sequence > head.Horizon)
            head = await CommitAsync(head with { Horizon = due[^1].Sequence }, [], cancellationToken);
        var batch = new List<string>();
        var purged = 0;
        foreach (var tombstone in due)
        {
            var rows = await RowsOfAsync(tombstone, cancellationToken);
            if (batch.Count + rows.Count > BatchLimits.Rows)
            {
                head = await CommitAsync(head, batch, cancellationToken);
                batch.Clear();
            }

            batch.AddRange(rows);
            purged += rows.Count;
        }

        if (batch.Count > 0)
            await CommitAsync(head, batch, cancellationToken);
        return new TombstonesPurged(due.Count, purged, oldest);
    }

    /// <summary>The deletes up to there, and the first one behind.</summary>
    private async Task<(List<LogEntry> Due, Sequence? Oldest)> ReadDueAsync(Sequence until, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey ge {SyncRowKeys.Log(Sequence.Start)} and RowKey lt {SyncRowKeys.Head} and Deleted eq {true}");
        var due = new List<LogEntry>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            filter, select: ["PartitionKey", "RowKey", "Collection", "Id"], cancellationToken: cancellationToken))
        {
            var entry = LogRows.Entry(row);
            if (entry.Sequence > until)
                return (due, entry.Sequence);
            due.Add(entry);
        }

        return (due, null);
    }

    /// <summary>At most 2 + 53 of history (<see cref="SyncOptions.HistoryVersions"/>) + 3 of samples: one batch holds them all.</summary>
    private async Task<IReadOnlyList<string>> RowsOfAsync(LogEntry tombstone, CancellationToken cancellationToken)
    {
        var key = tombstone.Key;
        if (await FindAsync(SyncRowKeys.Document(key), cancellationToken) is not { } row)
            return [];
        var state = DocumentRows.State(row);
        return
        [
            SyncRowKeys.Log(tombstone.Sequence),
            SyncRowKeys.Document(key),
            .. state.Past.Kept.Select(version => SyncRowKeys.Past(key, version)),
            .. Enumerable.Range(0, state.SampleRows).Select(index => SyncRowKeys.Samples(key, index)),
        ];
    }

    private async Task<Head> CommitAsync(Head head, IEnumerable<string> deleted, CancellationToken cancellationToken)
    {
        var row = LogRows.Head(userId, head.Last, head.Horizon);
        var actions = deleted.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(userId, key), ETag.All))
            .Prepend(new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, head.ETag!.Value));
        var answers = await table.SubmitTransactionAsync(actions, cancellationToken);
        return head with { ETag = answers.Value[0].Headers.ETag };
    }

    private async Task<TableEntity?> FindAsync(string rowKey, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(userId, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
