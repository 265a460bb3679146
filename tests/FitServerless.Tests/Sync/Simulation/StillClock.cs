namespace FitServerless.Tests.Sync.Simulation;

/// <summary>Time that stands; timers fire when it is their turn.</summary>
internal sealed class StillClock(Turns turns) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => FakeClock.Morning;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        turns.Add(() => callback(state));
        return new SimulatedTimer();
    }
}
