namespace FitServerless.Schedules.Rules;

/// <summary>From clocks on walls to UTC.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// The first quarter hour at which clocks there show <paramref name="local"/> or later. So of a time that comes twice it is the first, and for
    /// one that clocks skip, the moment at which they do, be it a day later. Only conversions from UTC are asked: of those there is one answer.
    /// </summary>
    public static DateTimeOffset FirstAt(TimeZoneInfo zone, DateTime local)
    {
        // The instant is less than a day from here, so any change of clocks that matters is between these two.
        var utc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var (before, after) = (utc - zone.GetUtcOffset(utc - Day), utc - zone.GetUtcOffset(utc + Day));
        var instant = Quarters.Up(new DateTimeOffset(before < after ? before : after));
        while (TimeZoneInfo.ConvertTime(instant, zone).DateTime < local)
            instant += Quarters.Length;
        return instant;
    }

    public static DateOnly DateAt(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
