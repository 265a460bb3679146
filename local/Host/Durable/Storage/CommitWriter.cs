using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>Writes a step as one transaction.</summary>
internal sealed class CommitWriter(HubStorage storage)
{
    // State, turn and outbox leave 97 of the 100 rows a transaction may have.
    public const int MostMessages = 50;

    private readonly Rows _rows = storage.Rows;

    /// <exception cref="RequestFailedException">
    /// Another process has taken the instance over: the state is another, or a message is gone. Or storage is away.
    /// </exception>
    public async Task<Committed> WriteAsync(Commit commit, CancellationToken cancellation)
    {
        var state = await StateRowAsync(commit, cancellation);
        var outbox = OutboxOf(commit);
        var actions = new List<TableTransactionAction>();
        if (StateAction(commit, state) is { } change) actions.Add(change);
        if (commit is { Turn: { } turn, Orchestration: { } instance })
        {
            var key = HubKeys.Turn(instance.Generation, instance.Turns - 1);
            actions.Add(new(TableTransactionActionType.UpsertReplace, await _rows.FromAsync(commit.InstanceId, key, turn, cancellation)));
        }

        if (outbox is not null)
            actions.Add(new(TableTransactionActionType.Add, await _rows.FromAsync(commit.InstanceId, outbox.RowKey, outbox, cancellation)));
        actions.AddRange(commit.Consumed.Select(message => Delete(message.Target, HubKeys.Inbox(message.Key), ETag.All)));
        if (actions.Count == 0) return new Committed(commit.Replaces, outbox);

        var answers = await storage.Instances.SubmitTransactionAsync(actions, cancellation);
        await DropBlobsAsync(commit);
        return new Committed(state is null ? null : new Stored(answers.Value[0].Headers.ETag!.Value, [.. Payloads.NamesIn(state)]), outbox);
    }

    private static TableTransactionAction? StateAction(Commit commit, TableEntity? state) => (state, commit.Replaces) switch
    {
        (null, null) => null,
        (null, { } replaced) => commit.Entity is null ? null : Delete(commit.InstanceId, HubKeys.State, replaced.ETag),
        ({ } row, null) => new(TableTransactionActionType.Add, row),
        ({ } row, { } replaced) => new(TableTransactionActionType.UpdateReplace, row, replaced.ETag),
    };

    private static TableTransactionAction Delete(string instanceId, string rowKey, ETag etag) =>
        new(TableTransactionActionType.Delete, new TableEntity(HubKeys.Partition(instanceId), rowKey), etag);

    private async Task<TableEntity?> StateRowAsync(Commit commit, CancellationToken cancellation)
    {
        if (commit.Entity is { IsEmpty: false } entity) return await _rows.FromAsync(entity, cancellation);
        return commit.Orchestration is { } instance ? await _rows.FromAsync(instance, cancellation) : null;
    }

    private static Outbox? OutboxOf(Commit commit) => commit.Outgoing.Count == 0
        ? null
        : new Outbox(commit.InstanceId, HubKeys.Outbox(commit.Outgoing[0].Key), commit.Outgoing);

    private async Task DropBlobsAsync(Commit commit)
    {
        if ((commit.Entity is not null || commit.Orchestration is not null) && commit.Replaces is { } replaced)
            await storage.Payloads.DropAsync(replaced.Blobs);
        await storage.Payloads.DropAsync(commit.Consumed.SelectMany(message => message.Blobs));
    }
}
