namespace FitServerless.Bench.Timing;

/// <summary>An hour goes by whenever it is told: whoever guessed before may guess again, and what is counted by the hour begins anew.</summary>
internal sealed class HourlyClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Advance() => _now = _now.AddHours(1);

    public override DateTimeOffset GetUtcNow() => _now;
}
