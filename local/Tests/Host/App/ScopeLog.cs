namespace FitServerless.Local.Tests.Host.App;

public sealed class ScopeLog : IDisposable
{
    public SemaphoreSlim Disposed { get; } = new(0);

    public void Dispose() => Disposed.Dispose();
}
