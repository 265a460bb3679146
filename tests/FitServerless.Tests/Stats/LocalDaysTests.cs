using FitServerless.Stats;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;

namespace FitServerless.Tests.Stats;

public sealed class LocalDaysTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08T04:59:59Z", "2026-03-07")]
    [InlineData("America/New_York", "2026-03-08T05:00:00Z", "2026-03-08")]
    // Clocks went ahead at 02:00: midnight is four hours behind UTC now.
    [InlineData("America/New_York", "2026-03-09T03:59:59Z", "2026-03-08")]
    [InlineData("America/New_York", "2026-03-09T04:00:00Z", "2026-03-09")]
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26")]
    // Half an hour of daylight saving.
    [InlineData("Australia/Lord_Howe", "2026-01-01T12:59:59Z", "2026-01-01")]
    [InlineData("Australia/Lord_Howe", "2026-01-01T13:00:00Z", "2026-01-02")]
    [InlineData("Australia/Lord_Howe", "2026-07-01T13:29:59Z", "2026-07-01")]
    [InlineData("Australia/Lord_Howe", "2026-07-01T13:30:00Z", "2026-07-02")]
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31")]
    [InlineData("Nowhere/Land", "2026-01-01T23:59:59Z", "2026-01-01")]
    [InlineData(null, "9999-12-31T23:59:59Z", "9999-12-31")]
    [InlineData("Pacific/Apia", "9999-12-31T23:59:59Z", "9999-12-31")]
    [InlineData("America/New_York", "0001-01-01T00:00:00Z", "0001-01-01")]
    public void A_day_is_the_persons_own(string? zone, string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), LocalDays.In(zone).Of(DateTimeOffset.Parse(instant, null)));

    [Fact]
    public void A_day_that_a_country_skipped_parts_nobody()
    {
        var (before, after) = (new DateOnly(2011, 12, 29), new DateOnly(2011, 12, 31));
        Assert.True(LocalDays.In("Pacific/Apia").AreNeighbours(before, after));
        Assert.False(LocalDays.In("Pacific/Auckland").AreNeighbours(before, after));
        Assert.False(LocalDays.In("Pacific/Apia").AreNeighbours(before, after.AddDays(1)));
        Assert.False(LocalDays.In("Pacific/Apia").AreNeighbours(before, before));
    }

    /// <summary>Of zones whose clocks change at two, at midnight, by half an hour, and around Ramadan.</summary>
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Asia/Beirut")]
    public void A_day_begins_with_its_first_moment(string zone)
    {
        var days = LocalDays.In(zone);
        Law.Holds(Gen.Choose(0, 3_650), number =>
        {
            var day = new DateOnly(2016, 1, 1).AddDays(number);
            return days.Of(days.StartOf(day)) == day && days.Of(days.StartOf(day).AddTicks(-1)) == day.AddDays(-1);
        });
    }
}
