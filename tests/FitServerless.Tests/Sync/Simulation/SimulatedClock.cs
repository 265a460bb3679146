namespace FitServerless.Tests.Sync.Simulation;

/// <summary>The server's time: moves a little whenever it is read, sometimes not at all. Timers fire when it is their turn.</summary>
internal sealed class SimulatedClock(Random random, Turns turns) : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now = _now.AddMilliseconds(random.Next(4));

    public void Pass(TimeSpan time) => _now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        turns.Add(() => callback(state));
        return new SimulatedTimer();
    }
}
