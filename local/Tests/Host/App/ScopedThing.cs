namespace FitServerless.Local.Tests.Host.App;

/// <summary>Tells <see cref="ScopeLog"/> when its scope ends.</summary>
public sealed class ScopedThing(ScopeLog? log = null) : IDisposable
{
    public void Dispose() => log?.Disposed.Release();
}
