using FitServerless.Local.Host.Durable.Entities;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Orchestrations;

namespace FitServerless.Local.Host.Durable.Work;

/// <summary>The instances that were touched lately.</summary>
internal sealed class Actors
{
    // Their states stay in memory, which saves a read per step: at 64 KB each at most 64 MB.
    private const int MostKept = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly HubWork _work;
    private readonly Slots _entitySlots;
    private readonly Slots _orchestratorSlots;
    private readonly Slots _activitySlots;

    public Actors(HubWork work)
    {
        _work = work;
        _entitySlots = new(work.Services.Options.MaxEntities);
        _orchestratorSlots = new(work.Services.Options.MaxOrchestrators);
        _activitySlots = new(work.Services.Options.MaxActivities);
    }

    public void Post(HubMessage message)
    {
        lock (_lock) Get(message.Target).Post(message);
    }

    public void Wake(string instanceId)
    {
        lock (_lock) Get(instanceId).Wake();
    }

    private Actor Get(string instanceId)
    {
        if (_actors.TryGetValue(instanceId, out var actor)) return actor;
        if (_actors.Count >= MostKept) ForgetIdle();
        return _actors[instanceId] = instanceId.StartsWith('@')
            ? new EntityActor(instanceId, _work, _entitySlots)
            : new OrchestrationActor(instanceId, _work, _orchestratorSlots, _activitySlots);
    }

    private void ForgetIdle()
    {
        foreach (var idle in _actors.Values.Where(actor => actor.IsIdle).ToList()) _actors.Remove(idle.InstanceId);
    }
}
