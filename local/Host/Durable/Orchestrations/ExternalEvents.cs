using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Raised events and those who wait for them: the one that asked last is served first, as the real context does.</summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, Stack<EventWaiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HubEvent> _early = [];

    public bool AreAwaited => _waiters.Values.SelectMany(stack => stack).Any(waiter => !waiter.Task.IsCompleted);

    /// <summary>Those that nobody has waited for.</summary>
    public IReadOnlyList<HubEvent> Unclaimed => _early;

    public Task<T> WaitAsync<T>(string name, CancellationToken cancellation)
    {
        var waiter = new EventWaiter<T>(converter, cancellation);
        if (!_waiters.TryGetValue(name, out var stack)) _waiters[name] = stack = new();
        stack.Push(waiter);
        var early = _early.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            var raised = _early[early];
            _early.RemoveAt(early);
            Raise(raised);
        }

        return waiter.Result;
    }

    public void Raise(HubEvent raised)
    {
        while (_waiters.TryGetValue(raised.Name!, out var stack) && stack.TryPop(out var waiter))
        {
            if (waiter.TryComplete(raised.Data)) return;
        }

        _early.Add(raised);
    }
}
