using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Host.Durable.Work;

namespace FitServerless.Local.Host.Durable.Entities;

internal sealed class EntityActor(string id, HubWork hub, Slots slots) : Actor(id, hub, slots)
{
    private EntityRecord? _entity;

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        _entity ??= await Hub.Services.Instances.ReadEntityAsync(InstanceId, withState: true, cancellation)
            ?? new EntityRecord(InstanceId, null, null, default, null);

    protected override void Forget() => _entity = null;

    // What runs in one go is a row of operations, or one change of the lock.
    protected override IReadOnlyList<HubMessage> Select(IEnumerable<HubMessage> inbox)
    {
        var next = inbox.Where(MayRun).Take(CommitWriter.MostMessages).ToList();
        return next is [{ Event.Kind: not EventKind.Operation } lockChange, ..]
            ? [lockChange]
            : [.. next.TakeWhile(message => message.Event.Kind == EventKind.Operation)];
    }

    protected override async Task ProcessAsync(Step next, CancellationToken cancellation)
    {
        var step = next.Messages is [{ Event.Kind: EventKind.Lock or EventKind.Unlock } change]
            ? ChangeLock(change.Event)
            : await RunAsync(next.Messages, cancellation);
        var commit = new Commit
        {
            InstanceId = InstanceId,
            Consumed = next.Messages,
            Outgoing = step.Outgoing,
            Entity = step.Entity with { ModifiedAt = Hub.Services.Clock.GetUtcNow() },
        };
        var committed = await Hub.Services.Commits.WriteAsync(commit, cancellation);
        _entity = commit.Entity with { Stored = committed.Stored };
        await Hub.DeliverAsync(committed.Outbox);
    }

    // While it is locked, only the holder's calls run; the others wait in the inbox.
    private bool MayRun(HubMessage message) => _entity!.LockedBy is null || message.Event.ReplyTo?.Instance == _entity.LockedBy;

    private async Task<(EntityRecord Entity, IReadOnlyList<HubMessage> Outgoing)> RunAsync(
        IReadOnlyList<HubMessage> operations, CancellationToken cancellation)
    {
        var batch = await Hub.Services.Entities.RunAsync(InstanceId, _entity!.State, operations, cancellation);
        return (_entity with { State = batch.State }, [.. batch.Outgoing]);
    }

    private (EntityRecord Entity, IReadOnlyList<HubMessage> Outgoing) ChangeLock(HubEvent change)
    {
        if (change.Kind == EventKind.Unlock) return (_entity! with { LockedBy = null }, []);
        var holder = change.ReplyTo!;
        var (target, forward) = change.Locks is { Count: > 0 } locks
            ? (locks[0], change with { Locks = [.. locks.Skip(1)] })
            : (holder.Instance, new HubEvent(EventKind.TaskCompleted) { TaskId = holder.TaskId, Execution = holder.Execution });
        return (_entity! with { LockedBy = holder.Instance }, [new(target, Hub.Services.Keys.Next(), forward)]);
    }
}
