using System.Net;
using Azure;
using Azure.Data.Tables;

namespace FitServerless.Storage;

/// <summary>Deletes many rows, a hundred in a transaction. Rows that somebody else has deleted first are no error.</summary>
public static class TableDeletion
{
    /// <summary>The service's own limit of a batch.</summary>
    private const int BatchRows = 100;

    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    /// <summary>All that the filter finds. One transaction for each 1,000 rows read, one for each 100 of a partition.</summary>
    /// <param name="deleted">Told how many after each batch, so that a caller that is stopped knows.</param>
    public static async Task DeleteFoundAsync(
        this TableClient table, string filter, Action<int>? deleted, CancellationToken cancellationToken)
    {
        var batch = new List<string>();
        string? partition = null;
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: Keys, cancellationToken: cancellationToken))
        {
            if (partition is not null && (partition != row.PartitionKey || batch.Count == BatchRows))
                await DeleteBatchAsync(table, partition, batch, deleted, cancellationToken);
            partition = row.PartitionKey;
            batch.Add(row.RowKey);
        }

        if (partition is not null)
            await DeleteBatchAsync(table, partition, batch, deleted, cancellationToken);
    }

    /// <summary>All of a partition. One transaction for each 1,000 rows read, one for each 100.</summary>
    public static Task DeletePartitionAsync(this TableClient table, string partition, CancellationToken cancellationToken) =>
        table.DeleteFoundAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), null, cancellationToken);

    /// <summary>These rows of one partition. One transaction for each 100.</summary>
    public static async Task DeleteRowsAsync(
        this TableClient table, string partition, IEnumerable<string> rowKeys, Action<int>? deleted, CancellationToken cancellationToken)
    {
        foreach (var some in rowKeys.Chunk(BatchRows))
            await DeleteBatchAsync(table, partition, [.. some], deleted, cancellationToken);
    }

    /// <summary>Leaves the list empty.</summary>
    private static async Task DeleteBatchAsync(
        TableClient table, string partition, List<string> rowKeys, Action<int>? deleted, CancellationToken cancellationToken)
    {
        while (rowKeys.Count > 0)
        {
            try
            {
                await table.SubmitTransactionAsync(
                    rowKeys.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)),
                    cancellationToken);
                deleted?.Invoke(rowKeys.Count);
                rowKeys.Clear();
            }
            catch (TableTransactionFailedException e) when (e.Status == (int)HttpStatusCode.NotFound && e.FailedTransactionActionIndex is { } gone)
            {
                rowKeys.RemoveAt(gone);
            }
        }
    }
}
