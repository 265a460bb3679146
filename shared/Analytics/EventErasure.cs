using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Analytics;

/// <summary>Forgets a person in the table of one day: the own events with their copies, and the name in those of others.</summary>
internal static class EventErasure
{
    /// <summary>What leads to other rows goes last.</summary>
    public static async Task EraseOwnAsync(TableClient table, string userId, CancellationToken cancellationToken)
    {
        await EraseCopiesAsync(table, userId, cancellationToken);
        await table.DeletePartitionAsync(EventRows.ClientPartition(userId), cancellationToken);
    }

    public static async Task RunAsync(TableClient table, string userId, CancellationToken cancellationToken)
    {
        await EraseOwnAsync(table, userId, cancellationToken);
        await foreach (var copy in table.QueryAsync<TableEntity>(Of(EventRows.TrainerPartition(userId)), cancellationToken: cancellationToken))
            await ForgetTrainerAsync(table, copy, cancellationToken);
        await table.DeletePartitionAsync(EventRows.TrainerPartition(userId), cancellationToken);
    }

    private static async Task EraseCopiesAsync(TableClient table, string userId, CancellationToken cancellationToken)
    {
        var (partitions, shard) = (new HashSet<string>(StringComparer.Ordinal), EventRows.ShardOf(userId));
        await foreach (var row in table.QueryAsync<TableEntity>(Of(EventRows.ClientPartition(userId)), cancellationToken: cancellationToken))
        {
            var one = EventRows.FromRow(row);
            partitions.Add(EventRows.TypePartition(one.Type, shard));
            if (one.TrainerId is { } trainer)
                partitions.Add(EventRows.TrainerPartition(trainer));
        }

        foreach (var partition in partitions)
            await table.DeleteFoundAsync(KeyPrefix.Filter(partition, EventRows.CopyPrefix(userId)), null, cancellationToken);
    }

    /// <summary>The client's event goes on without the trainer. A repeat that finds it so does nothing.</summary>
    private static async Task ForgetTrainerAsync(TableClient table, TableEntity copy, CancellationToken cancellationToken)
    {
        var (clientId, _) = EventRows.OfCopy(copy.RowKey);
        var oldKey = copy.RowKey[EventRows.CopyPrefix(clientId).Length..];
        var known = await table.GetEntityIfExistsAsync<TableEntity>(
            EventRows.ClientPartition(clientId), oldKey, cancellationToken: cancellationToken);
        var typePartition = EventRows.TypePartition(copy.GetString(EventRows.Type)!, EventRows.ShardOf(clientId));
        if (known.HasValue)
        {
            var nameless = EventRows.FromRow(known.Value!) with { TrainerId = null };
            await table.UpsertEntityAsync(EventRows.ToCopy(typePartition, clientId, nameless), TableUpdateMode.Replace, cancellationToken);
            await table.DeleteEntityAsync(typePartition, copy.RowKey, ETag.All, cancellationToken);
            await table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, EventRows.ToRow(clientId, nameless)),
                    new TableTransactionAction(TableTransactionActionType.Delete, known.Value!, ETag.All),
                ],
                cancellationToken);
        }
        else
        {
            await table.DeleteEntityAsync(typePartition, copy.RowKey, ETag.All, cancellationToken);
        }
    }

    private static string Of(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
}
