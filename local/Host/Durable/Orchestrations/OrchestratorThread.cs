namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Keeps everything that an orchestrator does on one thread, until <see cref="Drain"/> finds it waiting.</summary>
internal sealed class OrchestratorThread : SynchronizationContext, IDisposable
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly SynchronizationContext? _outer = Current;
    private readonly int _thread = Environment.CurrentManagedThreadId;

    private OrchestratorThread()
    {
    }

    public bool IsCurrent => Environment.CurrentManagedThreadId == _thread;

    public static OrchestratorThread Enter()
    {
        var entered = new OrchestratorThread();
        SetSynchronizationContext(entered);
        return entered;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_posted) _posted.Enqueue((d, state));
    }

    public void Drain()
    {
        while (TryDequeue(out var next)) next.Callback(next.State);
    }

    public void Dispose() => SetSynchronizationContext(_outer);

    private bool TryDequeue(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_posted) return _posted.TryDequeue(out next);
    }
}
