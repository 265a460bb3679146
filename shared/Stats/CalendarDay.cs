namespace FitServerless.Stats;

/// <summary>One day of the heat map; days without a workout are left out.</summary>
public sealed record CalendarDay(DateOnly Date, int Count, long Seconds, double Load);
