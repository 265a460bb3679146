namespace FitServerless.Tests.Cleanup;

/// <summary>Tells the time it is given; what waits, waits by the real one.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Midnight = new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);

    public StandingClock()
        : this(Midnight)
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public override DateTimeOffset GetUtcNow() => Now;
}
