using Azure.Data.Tables;

namespace FitServerless.Schedules.Storage;

/// <summary>Writes rows of any partitions, a transaction for each hundred of a partition.</summary>
internal static class TableBatches
{
    /// <summary>The service takes no more in one.</summary>
    private const int Limit = 100;

    public static Task SubmitAsync(TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        Task.WhenAll(actions
            .GroupBy(action => action.Entity.PartitionKey)
            .SelectMany(partition => partition.Chunk(Limit))
            .Select(batch => SubmitAsync(table, batch, cancellationToken)));

    private static async Task SubmitAsync(TableClient table, TableTransactionAction[] batch, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(batch, cancellationToken);
        }
        catch (TableTransactionFailedException e) when (e.Status == 404 && batch[0].ActionType == TableTransactionActionType.Delete)
        {
            // One is gone already, and the batch with it undone: one by one, then. Deleting what is not there is no error.
            foreach (var action in batch)
                await table.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, action.ETag, cancellationToken);
        }
    }
}
