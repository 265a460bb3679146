namespace FitServerless.Schedules.Rules;

/// <summary>The quarter hours of UTC. All zones of today are a whole number of them away from it.</summary>
internal static class Quarters
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    public static DateTimeOffset Down(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % Length.Ticks), TimeSpan.Zero);

    public static DateTimeOffset Up(DateTimeOffset instant) => Down(instant) is var down && down == instant ? down : down + Length;
}
