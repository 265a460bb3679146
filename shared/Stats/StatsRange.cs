namespace FitServerless.Stats;

/// <summary>Which days to tell of, both ends included; <c>null</c> for all of them.</summary>
public sealed record StatsRange(DateOnly? From, DateOnly? To)
{
    /// <summary>Ten years: that many days and weeks are 300 KB.</summary>
    public const int MaxDays = 3_660;

    /// <summary>As many weeks as a year's calendar shows, when no first day is asked for.</summary>
    private const int DefaultWeeks = 53;

    /// <summary>Calendars reckon with the weeks around a day, and end with the year 9999.</summary>
    private static readonly DateOnly End = new(9999, 1, 1);

    public bool IsValid => !(From >= End) && !(To >= End) && ((From, To) switch
    {
        ({ } from, { } to) => from <= to && to.DayNumber - from.DayNumber < MaxDays,
        _ => true,
    });

    public bool Holds(DateOnly day) => !(day < From) && !(day > To);

    /// <summary>The days that calendar and weeks have.</summary>
    public (DateOnly First, DateOnly Last) Shown(DateOnly today)
    {
        var last = To ?? (From > today ? From.Value : today);
        var earliest = last.DayNumber - MaxDays + 1;
        var monday = Monday(last).DayNumber - ((DefaultWeeks - 1) * 7);
        return (DateOnly.FromDayNumber(Math.Max(0, Math.Max(earliest, From?.DayNumber ?? monday))), last);
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-Math.Min(day.DayNumber, ((int)day.DayOfWeek + 6) % 7));
}
