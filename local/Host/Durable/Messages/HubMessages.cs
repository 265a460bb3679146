using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Messages;

/// <summary>The messages that clients and entities send.</summary>
internal static class HubMessages
{
    public static HubMessage Signal(
        EntityInstanceId entity, string operation, string? input, DateTimeOffset? signalTime, MessageKeys keys) =>
        new(entity.ToString(), keys.Next(), new HubEvent(EventKind.Operation) { Name = operation, Data = input, DueAt = signalTime });

    /// <exception cref="ArgumentException">The id is one of an entity.</exception>
    public static HubMessage Start(TaskName name, string? input, StartOrchestrationOptions? options, MessageKeys keys)
    {
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        RefuseEntity(instanceId);
        return new(instanceId, keys.Next(), new HubEvent(EventKind.Started)
        {
            Name = name.Name,
            Data = input,
            DueAt = options?.StartAt,
            Execution = Guid.NewGuid().ToString("N"),
            Tags = options?.Tags is { Count: > 0 } tags ? tags : null,
        });
    }

    /// <exception cref="ArgumentException">The id is one of an entity.</exception>
    public static void RefuseEntity(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId.StartsWith('@')) throw new ArgumentException($"'{instanceId}' is an id of an entity.", nameof(instanceId));
    }
}
