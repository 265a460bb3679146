using DurableTask.Core.Exceptions;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Orchestrations;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;

namespace FitServerless.Local.Host.Durable.Client;

/// <summary>What <c>[DurableClient]</c> binds.</summary>
internal sealed class LocalDurableTaskClient(DurableHub hub) : DurableTaskClient(hub.Services.Options.HubName)
{
    // The real host's overridableExistingInstanceStates, where a start names none.
    private static readonly OrchestrationRuntimeStatus[] DefaultDedupeStatuses =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private readonly HubServices _services = hub.Services;
    private readonly OrchestrationQueries _queries = new(hub.Services);

    public override DurableEntityClient Entities { get; } = new LocalDurableEntityClient(hub);

    /// <exception cref="OrchestrationAlreadyExistsException">The instance is in one of the statuses to leave alone.</exception>
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        var start = HubMessages.Start(orchestratorName, _services.Converter.Serialize(input), options, _services.Keys);
        var dedupe = options?.DedupeStatuses?.Select(Enum.Parse<OrchestrationRuntimeStatus>).ToArray() ?? DefaultDedupeStatuses;
        OrchestrationRecord? existing = null;
        while (true)
        {
            var instance = Transitions.Start(start.Target, start.Event, existing, _services.Clock.GetUtcNow());
            if (await _services.Instances.TryStartAsync(instance, start, cancellation) is { } stored)
            {
                await hub.PassOnAsync(stored, cancellation);
                return start.Target;
            }

            existing = await _services.Instances.ReadOrchestrationAsync(start.Target, cancellation);
            if (existing is not null) existing = await EndAsync(existing, dedupe, cancellation);
        }
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        SendAsync(
            instanceId,
            new HubEvent(EventKind.EventRaised) { Name = eventName, Data = _services.Converter.Serialize(eventPayload) },
            cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(
            instanceId,
            new HubEvent(EventKind.Terminated)
            {
                Data = _services.Converter.Serialize(options?.Output),
                IsRecursive = options?.Recursive ?? false,
            },
            cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new HubEvent(EventKind.Suspended) { Data = reason }, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new HubEvent(EventKind.Resumed) { Data = reason }, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitUntilAsync(
            instanceId, metadata => metadata.RuntimeStatus != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitUntilAsync(instanceId, metadata => metadata.IsCompleted, getInputsAndOutputs, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        HubMessages.RefuseEntity(instanceId);
        var instance = await _services.Instances.ReadOrchestrationAsync(instanceId, cancellation);
        return instance is null ? null : _queries.MetadataOf(instance, getInputsAndOutputs);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        _queries.GetAll(filter ?? new OrchestrationQuery());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        HubMessages.RefuseEntity(instanceId);
        if (await _services.Instances.ReadOrchestrationAsync(instanceId, cancellation) is not { HasEnded: true }) return new PurgeResult(0);
        await _services.Instances.PurgeAsync(instanceId, cancellation);
        return new PurgeResult(1);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var purged = 0;
        var started = _services.Clock.GetTimestamp();
        await foreach (var instanceId in _queries.EndedAsync(filter, cancellation))
        {
            if (_services.Clock.GetElapsedTime(started) >= filter.Timeout) return new PurgeResult(purged, isComplete: false);
            await _services.Instances.PurgeAsync(instanceId, cancellation);
            purged++;
        }

        return new PurgeResult(purged, isComplete: true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task SendAsync(string instanceId, HubEvent sent, CancellationToken cancellation)
    {
        HubMessages.RefuseEntity(instanceId);
        return hub.AcceptAsync(new HubMessage(instanceId, _services.Keys.Next(), sent), cancellation);
    }

    private async Task<OrchestrationRecord?> EndAsync(
        OrchestrationRecord existing, OrchestrationRuntimeStatus[] dedupe, CancellationToken cancellation)
    {
        if (dedupe.Contains(existing.Status))
            throw new OrchestrationAlreadyExistsException($"An Orchestration instance with the ID {existing.InstanceId} already exists.");
        if (existing.HasEnded) return existing;
        await TerminateInstanceAsync(existing.InstanceId, (TerminateInstanceOptions?)null, cancellation);
        await WaitForInstanceCompletionAsync(existing.InstanceId, cancellation);
        return await _services.Instances.ReadOrchestrationAsync(existing.InstanceId, cancellation);
    }

    private async Task<OrchestrationMetadata> WaitUntilAsync(
        string instanceId, Func<OrchestrationMetadata, bool> isReached, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        while (true)
        {
            var change = _services.Watch.NextChangeOf(instanceId);
            var metadata = await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation)
                ?? throw new InvalidOperationException($"Orchestration with instanceId '{instanceId}' does not exist");
            if (isReached(metadata)) return metadata;
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(change, Task.Delay(_services.Options.PollingInterval, _services.Clock, over.Token));
            await over.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
