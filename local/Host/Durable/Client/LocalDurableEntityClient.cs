using Azure.Data.Tables;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Client;

internal sealed class LocalDurableEntityClient(DurableHub hub) : DurableEntityClient(hub.Services.Options.HubName)
{
    private readonly HubServices _services = hub.Services;

    public override Task SignalEntityAsync(
        EntityInstanceId id,
        string operationName,
        object? input = null,
        SignalEntityOptions? options = null,
        CancellationToken cancellation = default) =>
        hub.AcceptAsync(
            HubMessages.Signal(id, operationName, _services.Converter.Serialize(input), options?.SignalTime, _services.Keys), cancellation);

    public override async Task<EntityMetadata?> GetEntityAsync(
        EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default) =>
        await _services.Instances.ReadEntityAsync(id.ToString(), withState: true, cancellation) is { State: not null } entity
            ? Untyped(entity, includeState)
            : null;

    public override async Task<EntityMetadata<T>?> GetEntityAsync<T>(
        EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default) =>
        await _services.Instances.ReadEntityAsync(id.ToString(), withState: true, cancellation) is { State: not null } entity
            ? Typed<T>(entity, includeState)
            : null;

    public override AsyncPageable<EntityMetadata> GetAllEntitiesAsync(EntityQuery? filter = null) => GetAll(filter ?? new(), Untyped);

    public override AsyncPageable<EntityMetadata<T>> GetAllEntitiesAsync<T>(EntityQuery? filter = null) =>
        GetAll(filter ?? new(), Typed<T>);

    /// <summary>Entities without state are never kept, so only locks can be left over.</summary>
    public override async Task<CleanEntityStorageResult> CleanEntityStorageAsync(
        CleanEntityStorageRequest? request = null, bool continueUntilComplete = true, CancellationToken cancellation = default)
    {
        if (!(request ?? CleanEntityStorageRequest.Default).ReleaseOrphanedLocks) return default;
        var released = 0;
        var locked = Filters.AllOf([Filters.Entities, $"{Rows.LockedBy} ne ''"]);
        await foreach (var row in _services.Storage.Instances.QueryAsync<TableEntity>(locked, cancellationToken: cancellation))
        {
            var holder = row.GetString(Rows.LockedBy)!;
            if (await _services.Instances.ReadOrchestrationAsync(holder, cancellation) is { HasEnded: false }) continue;
            var unlock = new HubEvent(EventKind.Unlock) { ReplyTo = new ReplyAddress(holder, "", 0, "") };
            await hub.AcceptAsync(new HubMessage(Rows.InstanceOf(row), _services.Keys.Next(), unlock), cancellation);
            released++;
        }

        return new CleanEntityStorageResult { OrphanedLocksReleased = released };
    }

    private AsyncPageable<T> GetAll<T>(EntityQuery query, Func<EntityRecord, bool, T> select)
        where T : notnull
    {
        var filter = Filters.AllOf(
        [
            Filters.Entities,
            Filters.ModifiedBetween(query.LastModifiedFrom, query.LastModifiedTo),
            Filters.WithPrefix(query.InstanceIdStartsWith),
        ]);
        return Pageable.Create(async (continuation, size, cancellation) =>
        {
            var rows = await TablePages.ReadAsync(
                _services.Storage.Instances,
                filter,
                continuation ?? query.ContinuationToken,
                size ?? query.PageSize ?? EntityQuery.DefaultPageSize,
                cancellation);
            var found = new List<T>();
            foreach (var row in rows.Values)
            {
                var entity = await _services.Storage.Rows.ToEntityAsync(row, withState: true, cancellation);
                if (entity.State is not null || query.IncludeTransient) found.Add(select(entity, query.IncludeState));
            }

            return new Page<T>(found, rows.ContinuationToken);
        });
    }

    private EntityMetadata Untyped(EntityRecord entity, bool withState) =>
        new(EntityInstanceId.FromString(entity.Id),
            withState && entity.State is { } state ? new SerializedData(state, _services.Converter) : null)
        {
            LastModifiedTime = entity.ModifiedAt,
            LockedBy = entity.LockedBy,
        };

    private EntityMetadata<T> Typed<T>(EntityRecord entity, bool withState) =>
        new(EntityInstanceId.FromString(entity.Id), _services.Converter.Deserialize<T>(withState ? entity.State : null))
        {
            LastModifiedTime = entity.ModifiedAt,
            LockedBy = entity.LockedBy,
        };
}
