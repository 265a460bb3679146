using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace FitServerless.Analytics;

internal sealed class TableEventStore(EventTables tables) : IEventStore
{
    private static readonly string[] Columns = ["RowKey", EventRows.At, EventRows.Value];

    public async Task WriteAsync(string clientId, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var day in events.GroupBy(one => DateOnly.FromDateTime(one.At.UtcDateTime)))
        {
            // The last of those that are the same.
            var some = day.GroupBy(EventRows.ClientKey).Select(same => same.Last()).ToList();
            var table = tables.Of(day.Key);
            // The client's own first: an erasure finds the copies by them.
            await WriteFirstAsync(table, [.. some.Select(one => EventRows.ToRow(clientId, one))], cancellationToken);
            await Task.WhenAll(
                Copies(clientId, some).GroupBy(row => row.PartitionKey).Select(copies => WriteAsync(table, [.. copies], cancellationToken)));
        }
    }

    public async IAsyncEnumerable<EventPoint> ReadAsync(
        EventScope scope, EventFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var day in filter.Days())
        {
            foreach (var partition in Partitions(scope, filter))
            {
                await foreach (var row in QueryAsync(tables.Of(day), Query(partition, filter), Columns, cancellationToken))
                {
                    var (clientId, key) = scope is EventScope.Client client ? (client.UserId, row.RowKey) : EventRows.OfCopy(row.RowKey);
                    yield return new EventPoint(
                        clientId, EventRows.TypeOf(key), row.GetDateTimeOffset(EventRows.At)!.Value, row.GetDouble(EventRows.Value));
                }
            }
        }
    }

    public async IAsyncEnumerable<RecordedEvent> ExportAsync(string clientId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = EventRows.ClientPartition(clientId);
        await foreach (var day in tables.ListAsync(DateOnly.MaxValue, cancellationToken))
        {
            await foreach (var row in QueryAsync(
                tables.Of(day), TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), null, cancellationToken))
                yield return EventRows.FromRow(row);
        }
    }

    public async Task EraseOwnAsync(string userId, CancellationToken cancellationToken)
    {
        await foreach (var day in tables.ListAsync(DateOnly.MaxValue, cancellationToken))
            await EventErasure.EraseOwnAsync(tables.Of(day), userId, cancellationToken);
    }

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        await foreach (var day in tables.ListAsync(DateOnly.MaxValue, cancellationToken))
            await EventErasure.RunAsync(tables.Of(day), userId, cancellationToken);
    }

    private static async Task WriteFirstAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(table, rows, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404 && e.ErrorCode == "TableNotFound")
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
            await WriteAsync(table, rows, cancellationToken);
        }
    }

    private static async Task WriteAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken) =>
        await table.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);

    private static IEnumerable<TableEntity> Copies(string clientId, IReadOnlyList<RecordedEvent> events)
    {
        var shard = EventRows.ShardOf(clientId);
        foreach (var one in events)
        {
            yield return EventRows.ToCopy(EventRows.TypePartition(one.Type, shard), clientId, one);
            if (one.TrainerId is { } trainer)
                yield return EventRows.ToCopy(EventRows.TrainerPartition(trainer), clientId, one);
        }
    }

    private static IEnumerable<string> Partitions(EventScope scope, EventFilter filter) => scope switch
    {
        EventScope.Client client => [EventRows.ClientPartition(client.UserId)],
        EventScope.Trainer trainer => [EventRows.TrainerPartition(trainer.UserId)],
        _ => Enumerable.Range(0, EventRows.Shards).Select(shard => EventRows.TypePartition(filter.Type!, shard)),
    };

    private static string Query(string partition, EventFilter filter) => filter.Type is { } type
        ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and At ge {filter.From} and At lt {filter.To} and Type eq {type}")
        : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and At ge {filter.From} and At lt {filter.To}");

    /// <summary>Nothing of a day that has no table.</summary>
    private static async IAsyncEnumerable<TableEntity> QueryAsync(
        TableClient table, string filter, string[]? columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(rows))
            yield return rows.Current;
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }
}
