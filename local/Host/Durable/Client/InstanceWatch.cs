using System.Collections.Concurrent;

namespace FitServerless.Local.Host.Durable.Client;

/// <summary>Tells those who wait for an orchestration in the process that works it that it has changed.</summary>
internal sealed class InstanceWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiters = new();

    /// <summary>To be asked for before looking at the instance, so that no change is missed.</summary>
    public Task NextChangeOf(string instanceId) =>
        _waiters.GetOrAdd(instanceId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Announce(string instanceId)
    {
        if (_waiters.TryRemove(instanceId, out var waiter)) waiter.SetResult();
    }
}
