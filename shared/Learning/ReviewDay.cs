namespace FitServerless.Learning;

/// <summary>Days as the learner has them: a card is due from the first moment of its day, wherever that lies by the clock of others.</summary>
public static class ReviewDay
{
    /// <summary>The beginning of the learner's day so many days after a review.</summary>
    public static DateTimeOffset After(DateTimeOffset reviewedAt, int days, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTime(reviewedAt, zone).Date.AddDays(days);
        // Where clocks go forward at midnight, the day begins with the first minute that there is.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        // Where they go back at midnight there are two of it: the day begins with the first, which is the one further from UTC.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
