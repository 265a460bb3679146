namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Ends once, however often it is disposed of.</summary>
internal sealed class CriticalSection(Action release) : IAsyncDisposable
{
    private Action? _release = release;

    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _release, null)?.Invoke();
        return ValueTask.CompletedTask;
    }
}
