namespace FitServerless.Bench.Schedules;

/// <summary>Shows what it is set to, and goes on from there; timers take their real time.</summary>
internal sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;
    private long _since = System.GetTimestamp();

    public void Set(DateTimeOffset now) => (_now, _since) = (now, System.GetTimestamp());

    public override DateTimeOffset GetUtcNow() => _now + System.GetElapsedTime(_since);
}
