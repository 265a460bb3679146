using System.Globalization;
using FitServerless.Learning;

namespace FitServerless.Tests.Learning;

public sealed class ReviewDayTests
{
    [Theory]
    // Late in the evening of the 20th in Berlin, which is still the 20th in UTC, and the 21st in Auckland.
    [InlineData("2026-11-20T22:30:00Z", 1, "Europe/Berlin", "2026-11-20T23:00:00Z")]
    [InlineData("2026-11-20T22:30:00Z", 1, "UTC", "2026-11-21T00:00:00Z")]
    [InlineData("2026-11-20T22:30:00Z", 1, "Pacific/Auckland", "2026-11-21T11:00:00Z")]
    // Six days with the end of summer time among them.
    [InlineData("2026-10-22T10:00:00Z", 6, "Europe/Berlin", "2026-10-27T23:00:00Z")]
    // Clocks go forward at midnight in Santiago: the day begins at one.
    [InlineData("2026-09-05T15:00:00Z", 1, "America/Santiago", "2026-09-06T04:00:00Z")]
    // They go back at one in Havana, and midnight is there twice.
    [InlineData("2026-10-31T15:00:00Z", 1, "America/Havana", "2026-11-01T04:00:00Z")]
    public void A_card_is_due_when_the_learners_day_begins(string reviewed, int days, string zone, string due) => Assert.Equal(
        DateTimeOffset.Parse(due, CultureInfo.InvariantCulture),
        ReviewDay.After(DateTimeOffset.Parse(reviewed, CultureInfo.InvariantCulture), days, TimeZoneInfo.FindSystemTimeZoneById(zone)));
}
