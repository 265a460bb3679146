using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Entities;

/// <summary>Collects what an entity sends. What an operation that fails has sent is forgotten.</summary>
internal sealed class EntityContext(EntityInstanceId id, DataConverter converter, MessageKeys keys) : TaskEntityContext
{
    private int _committed;

    public List<HubMessage> Sent { get; } = [];

    public override EntityInstanceId Id => id;

    public override void SignalEntity(
        EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null) =>
        Sent.Add(HubMessages.Signal(id, operationName, converter.Serialize(input), options?.SignalTime, keys));

    public override string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null)
    {
        var start = HubMessages.Start(name, converter.Serialize(input), options, keys);
        Sent.Add(start);
        return start.Target;
    }

    public void Commit() => _committed = Sent.Count;

    public void Rollback() => Sent.RemoveRange(_committed, Sent.Count - _committed);
}
