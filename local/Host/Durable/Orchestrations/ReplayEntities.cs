using System.Diagnostics.CodeAnalysis;
using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Entities as an orchestrator sees them. In a critical section it may call what it holds and signal what it does not.</summary>
internal sealed class ReplayEntities(ReplayContext context, DataConverter converter) : TaskOrchestrationEntityFeature
{
    private IReadOnlyList<EntityInstanceId>? _locked;

    public override async Task<TResult> CallEntityAsync<TResult>(
        EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        converter.Deserialize<TResult>((await CallAsync(id, operationName, input)).Data)!;

    public override Task CallEntityAsync(
        EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        CallAsync(id, operationName, input);

    public override Task SignalEntityAsync(
        EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
    {
        if (_locked?.Contains(id) == true) throw new InvalidOperationException("A locked entity is called, and not signalled.");
        context.Do(new HubAction(ActionKind.SignalEntity)
        {
            Instance = id.ToString(),
            Name = operationName,
            Data = converter.Serialize(input),
            DueAt = options?.SignalTime,
        });
        return Task.CompletedTask;
    }

    public override async Task<IAsyncDisposable> LockEntitiesAsync(IEnumerable<EntityInstanceId> entityIds)
    {
        var ids = entityIds.Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal).ToList();
        if (ids.Count == 0) throw new ArgumentException("The list of entities to lock must not be empty.", nameof(entityIds));
        if (_locked is not null) throw new InvalidOperationException("Critical sections cannot be nested.");
        await context.CallAsync(new HubAction(ActionKind.LockEntities)
        {
            Instance = ids[0].ToString(),
            Locks = [.. ids.Skip(1).Select(id => id.ToString())],
        });
        _locked = ids;
        return new CriticalSection(Release);
    }

    public override bool InCriticalSection([NotNullWhen(true)] out IReadOnlyList<EntityInstanceId>? entityIds)
    {
        entityIds = _locked;
        return entityIds is not null;
    }

    public void Release()
    {
        foreach (var id in _locked ?? []) context.Do(new HubAction(ActionKind.UnlockEntity) { Instance = id.ToString() });
        _locked = null;
    }

    private async Task<HubEvent> CallAsync(EntityInstanceId id, string operationName, object? input)
    {
        if (_locked?.Contains(id) == false) throw new InvalidOperationException("Only locked entities may be called in a critical section.");
        var end = await context.CallAsync(new HubAction(ActionKind.CallEntity)
        {
            Instance = id.ToString(),
            Name = operationName,
            Data = converter.Serialize(input),
        });
        return end.Failure is { } failure ? throw new EntityOperationFailedException(id, operationName, failure) : end;
    }
}
