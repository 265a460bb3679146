using FitServerless.Stats;

namespace FitServerless.Tests.Stats;

public sealed class StatsReportTests
{
    private static readonly DateOnly Today = new(2026, 5, 3);
    private static readonly LocalDays NewYork = LocalDays.In("America/New_York");

    [Fact]
    public void Nothing_done_is_no_totals_and_a_year_of_empty_weeks()
    {
        var stats = Report([]);

        Assert.Equal(new Totals(), stats.Totals);
        Assert.Equal(new StreakOfDays(0, 0), stats.Streak);
        Assert.Empty(stats.Calendar);
        Assert.Equal(53, stats.Weeks.Count);
        Assert.Equal(("2026-W18", new DateOnly(2026, 4, 27)), (stats.Weeks[^1].Week, stats.Weeks[^1].Monday));
    }

    [Fact]
    public void Totals_days_and_sports_are_by_the_persons_own_midnight()
    {
        var stats = Report(
        [
            // 23:30 on 2 May and 00:30 on 3 May in New York; both 3 May in UTC.
            Entry("2026-05-03T03:30:00Z", "Biking", 3600, load: 60, distance: 30_000),
            Entry("2026-05-03T04:30:00Z", "Running", 1800, load: 30, distance: 6_000),
            Entry("2026-05-03T12:00:00Z", "Biking", 3600, load: 50, distance: 25_000.4),
        ]);

        Assert.Equal(new Totals { Count = 3, Seconds = 9000, Distance = 61_000.4, Load = 140 }, stats.Totals);
        Assert.Equal([new CalendarDay(Today.AddDays(-1), 1, 3600, 60), new CalendarDay(Today, 2, 5400, 80)], stats.Calendar);
        Assert.Equal([("Biking", 2), ("Running", 1)], stats.Sports.Select(sport => (sport.Sport, sport.Totals.Count)));
        Assert.Equal(new StreakOfDays(2, 2), stats.Streak);
        Assert.Equal((3, 9000L, 140.0), (stats.Weeks[^1].Count, stats.Weeks[^1].Seconds, stats.Weeks[^1].Load));
    }

    [Fact]
    public void A_range_bounds_totals_calendar_and_weeks_and_not_what_came_before()
    {
        var entries = Enumerable.Range(0, 100).Select(ago => Entry($"{Today.AddDays(-ago):yyyy-MM-dd}T16:00:00Z", "Biking", 3600, load: 100)).ToArray();

        var stats = Report(entries, new StatsRange(new(2026, 4, 27), new(2026, 5, 1)));

        Assert.Equal(5, stats.Totals.Count);
        Assert.Equal(5, stats.Calendar.Count);
        Assert.Equal(new StreakOfDays(100, 100), stats.Streak);
        var week = Assert.Single(stats.Weeks);
        // 98 days of 100, up to 1 May: 100 · (1 − e^(−98/42)) = 90.3.
        Assert.Equal((5, 500.0, 90.3, 100.0), (week.Count, week.Load, week.Fitness, week.Fatigue));
    }

    [Fact]
    public void Weeks_are_those_of_ISO_8601()
    {
        var weeks = Report([], new StatsRange(new(2024, 12, 30), new(2025, 1, 6))).Weeks;
        Assert.Equal(["2025-W01", "2025-W02"], weeks.Select(week => week.Week));
        Assert.Equal("2026-W53", Report([], new StatsRange(new(2027, 1, 1), new(2027, 1, 3))).Weeks[0].Week);
    }

    /// <summary>20 minutes at 300 W: a threshold of 285. An hour at 228 is 0.8 of it, a load of 64; the test itself 1/3 · (300/285)² = 36.9.</summary>
    [Fact]
    public void Who_gave_no_threshold_is_weighed_against_the_best_of_ninety_days()
    {
        var test = Entry("2026-03-01T12:00:00Z", "Biking", 1200) with { NormalizedPower = 300, BestTwentyMinutes = 300 };
        var easy = Entry("2026-04-01T12:00:00Z", "Biking", 3600) with { NormalizedPower = 228, BestTwentyMinutes = 230 };
        var known = Entry("2026-04-02T12:00:00Z", "Biking", 3600, load: 5) with { NormalizedPower = 228 };

        var stats = Report([known, easy, test]);

        Assert.Equal([36.9, 64.0, 5.0], stats.Calendar.Select(day => day.Load));
        Assert.Equal(2, stats.EstimatedLoads);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_clock_that_is_off_by_ages_harms_nothing(string time)
    {
        var stats = Report([Entry(time, "Biking", 60, load: 10), Entry("2026-05-03T12:00:00Z", "Biking", 60, load: 10)]);
        Assert.Equal(2, stats.Totals.Count);
        Assert.Equal(1, stats.Streak.Current);
        Assert.Equal(53, stats.Weeks.Count);
    }

    [Theory]
    [InlineData("2026-05-03", "2026-05-02", false)]
    [InlineData("2016-04-25", "2026-05-03", false)]
    [InlineData("2016-05-01", "2026-05-03", true)]
    [InlineData(null, "9999-12-31", false)]
    [InlineData(null, "9998-12-31", true)]
    [InlineData("0001-01-01", null, true)]
    [InlineData(null, "0001-01-01", true)]
    [InlineData("9998-12-31", null, true)]
    public void Any_range_that_is_valid_can_be_told_of(string? from, string? to, bool valid)
    {
        var range = new StatsRange(from is null ? null : DateOnly.Parse(from, null), to is null ? null : DateOnly.Parse(to, null));
        Assert.Equal(valid, range.IsValid);
        if (valid)
            Assert.InRange(Report([], range).Weeks.Count, 1, 524);
    }

    private static TrainingStats Report(StatEntry[] entries, StatsRange? range = null) =>
        new StatsReport(entries, range ?? new StatsRange(null, null), NewYork, Today).Make();

    private static StatEntry Entry(string startedAt, string sport, int seconds, double? load = null, double distance = 0) => new()
    {
        StartedAt = DateTimeOffset.Parse(startedAt, null),
        Sport = sport,
        Seconds = seconds,
        Load = load,
        Distance = distance,
    };
}
