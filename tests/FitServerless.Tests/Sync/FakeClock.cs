namespace FitServerless.Tests.Sync;

/// <summary>A clock that stands until it is moved; delays end at once.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Morning = new(2025, 3, 1, 6, 0, 0, TimeSpan.Zero);

    public FakeClock()
        : this(Morning)
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, TimeSpan.Zero, period);
}
