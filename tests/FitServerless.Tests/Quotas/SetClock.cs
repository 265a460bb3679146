namespace FitServerless.Tests.Quotas;

/// <summary>The time stands until it is set; timers run as ever.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
