using Azure;
using Azure.Data.Tables;
using FitServerless.Local.Host.Durable.Messages;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>How instances are, and their history.</summary>
internal sealed class InstanceStore(HubStorage storage)
{
    // A transaction's limit.
    private const int MostRows = 100;

    private readonly TableClient _table = storage.Instances;

    public async Task<EntityRecord?> ReadEntityAsync(string id, bool withState, CancellationToken cancellation) =>
        await ReadStateAsync(id, cancellation) is { } row ? await storage.Rows.ToEntityAsync(row, withState, cancellation) : null;

    public async Task<OrchestrationRecord?> ReadOrchestrationAsync(string instanceId, CancellationToken cancellation) =>
        await ReadStateAsync(instanceId, cancellation) is { } row ? await storage.Rows.ToOrchestrationAsync(row, cancellation) : null;

    /// <summary>Stores an instance that is to start with the message that starts it.</summary>
    /// <returns>The message as stored; null when the stored instance is not the one that this would replace.</returns>
    public async Task<HubMessage?> TryStartAsync(OrchestrationRecord instance, HubMessage start, CancellationToken cancellation)
    {
        await storage.EnsureCreatedAsync(cancellation);
        var state = await storage.Rows.FromAsync(instance, cancellation);
        var message = await storage.Rows.FromAsync(start, cancellation);
        TableTransactionAction[] both =
        [
            instance.Stored is { } replaced
                ? new(TableTransactionActionType.UpdateReplace, state, replaced.ETag)
                : new(TableTransactionActionType.Add, state),
            new(TableTransactionActionType.Add, message),
        ];
        try
        {
            await _table.SubmitTransactionAsync(both, cancellation);
            return start with { Blobs = [.. Payloads.NamesIn(message)] };
        }
        catch (TableTransactionFailedException exception)
            when (exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed or StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    public async Task<List<Turn>> ReadHistoryAsync(OrchestrationRecord instance, CancellationToken cancellation)
    {
        var turns = new List<Turn>();
        if (instance.Turns == 0) return turns;
        var first = HubKeys.Turn(instance.Generation, 0);
        var after = HubKeys.Turn(instance.Generation, instance.Turns);
        await foreach (var row in ReadRowsAsync(instance.InstanceId, first, after, cancellation))
            turns.Add(await storage.Rows.ToAsync<Turn>(row, cancellation));
        return turns;
    }

    /// <summary>The turns of the generations before.</summary>
    public async Task DeleteOldTurnsAsync(OrchestrationRecord instance, CancellationToken cancellation)
    {
        if (instance.Generation == 0) return;
        var rows = await ReadRowsAsync(
            instance.InstanceId, HubKeys.FirstTurn, HubKeys.Turn(instance.Generation, 0), cancellation).ToListAsync(cancellation);
        await DeleteAsync(rows, cancellation);
        await storage.Payloads.DropAsync(rows.SelectMany(Payloads.NamesIn));
    }

    /// <summary>All there is of an instance. The row that tells of it goes last, so that a purge cut short can be done again.</summary>
    public async Task PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        var rows = await ReadRowsAsync(instanceId, "", "~", cancellation).ToListAsync(cancellation);
        await DeleteAsync(rows.Where(row => row.RowKey != HubKeys.State), cancellation);
        await storage.Payloads.DropAllAsync(HubKeys.Partition(instanceId), cancellation);
        await DeleteAsync(rows.Where(row => row.RowKey == HubKeys.State), cancellation);
    }

    /// <summary>
    /// What a process that takes the hub over has to go on with. It looks at every row of the hub, once per owner.
    /// </summary>
    public IAsyncEnumerable<TableEntity> ReadUnfinishedAsync(CancellationToken cancellation)
    {
        var state = TableClient.CreateQueryFilter($"RowKey eq {HubKeys.State} and IsActive eq {true}");
        var inbox = TableClient.CreateQueryFilter($"RowKey ge {HubKeys.FirstInbox} and RowKey lt {HubKeys.AfterInbox}");
        var outbox = TableClient.CreateQueryFilter($"RowKey ge {HubKeys.FirstOutbox} and RowKey lt {HubKeys.AfterOutbox}");
        return _table.QueryAsync<TableEntity>($"({state}) or ({inbox}) or ({outbox})", cancellationToken: cancellation);
    }

    private async Task<TableEntity?> ReadStateAsync(string instanceId, CancellationToken cancellation)
    {
        await storage.EnsureCreatedAsync(cancellation);
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            HubKeys.Partition(instanceId), HubKeys.State, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    private AsyncPageable<TableEntity> ReadRowsAsync(string instanceId, string first, string after, CancellationToken cancellation)
    {
        var partition = HubKeys.Partition(instanceId);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {after}");
        return _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation);
    }

    private async Task DeleteAsync(IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(MostRows))
        {
            await _table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)), cancellation);
        }
    }
}
