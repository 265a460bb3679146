namespace FitServerless.Tests.Sync.Simulation;

/// <summary>A timer that fires once, at its turn, whatever it is told.</summary>
internal sealed class SimulatedTimer : ITimer
{
    public bool Change(TimeSpan dueTime, TimeSpan period) => true;

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
