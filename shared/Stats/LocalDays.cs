namespace FitServerless.Stats;

/// <summary>A person's own days.</summary>
public sealed class LocalDays(TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    /// <summary>Days of the zone of that name; of UTC when this machine does not know it.</summary>
    public static LocalDays In(string? timeZone) =>
        new(timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc);

    public DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>When that day begins. Where clocks skip its midnight, the moment at which they do.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>No day lies between them: Samoa had no 30 December 2011, and nobody there could train on it.</summary>
    public bool AreNeighbours(DateOnly earlier, DateOnly later)
    {
        var between = later.DayNumber - earlier.DayNumber - 1;
        return between == 0 || (between == 1 && !Exists(earlier.AddDays(1)));
    }

    private bool Exists(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return Of(new DateTimeOffset(noon, zone.GetUtcOffset(noon))) == day;
    }
}
