namespace FitServerless.Tests.Schedules;

/// <summary>Shows what it is set to, and goes on from there as clocks do; timers take their real time.</summary>
internal sealed class SetClock : TimeProvider
{
    private readonly bool _isRunning;
    private DateTimeOffset _now;
    private long _since = System.GetTimestamp();

    public SetClock(DateTimeOffset now, bool isRunning = false) => (_now, _isRunning) = (now, isRunning);

    public DateTimeOffset Now
    {
        get => _isRunning ? _now + System.GetElapsedTime(_since) : _now;
        set => (_now, _since) = (value, System.GetTimestamp());
    }

    public override DateTimeOffset GetUtcNow() => Now;
}
