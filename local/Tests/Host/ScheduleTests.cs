using FitServerless.Local.Host;
using FitServerless.Local.Host.Timers;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Tests.Host;

public sealed class ScheduleTests
{
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TimerSchedule Hourly = TimerSchedule.Parse("0 0 * * * *", "F");

    [Theory]
    [InlineData("0 0 7 * * *", "2026-11-22T07:00:00Z", false)]
    [InlineData("0 0 6 * * 1", "2026-11-23T06:00:00Z", false)]
    [InlineData("0 0 0 1 * *", "2026-12-01T00:00:00Z", false)]
    [InlineData("*/10 * * * * *", "2026-11-21T12:00:10Z", true)]
    [InlineData("0 * * * * *", "2026-11-21T12:01:00Z", false)]
    [InlineData("30 4 * * *", "2026-11-22T04:30:00Z", false)]
    [InlineData("00:00:30", "2026-11-21T12:00:30Z", true)]
    [InlineData("01:30:00", "2026-11-21T13:30:00Z", false)]
    public void A_schedule_knows_its_next_run_and_whether_it_is_too_frequent_to_monitor(string expression, DateTime next, bool isSubMinute)
    {
        var schedule = TimerSchedule.Parse(expression, "F");
        Assert.Equal(next.ToUniversalTime(), schedule.NextAfter(Noon));
        Assert.Equal(isSubMinute, schedule.IsSubMinute);
    }

    [Theory]
    [InlineData("")]
    [InlineData("daily")]
    [InlineData("0 0 25 * * *")]
    [InlineData("-00:10:00")]
    public void What_is_no_schedule_is_refused_with_the_name_of_the_function(string expression)
    {
        var refusal = Assert.Throws<FunctionHostException>(() => TimerSchedule.Parse(expression, "Mine"));
        Assert.Contains("'Mine'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_status_the_first_run_is_the_next_one_from_now() =>
        Assert.Equivalent(
            new ScheduleStatus { Next = Noon.AddHours(1), LastUpdated = Noon.AddMinutes(5) },
            ScheduleReview.Of(null, Hourly, Noon.AddMinutes(5)));

    [Fact]
    public void A_status_of_the_same_schedule_stands_however_old()
    {
        var fired = new ScheduleStatus { Last = Noon, Next = Noon.AddHours(1), LastUpdated = Noon };
        Assert.Same(fired, ScheduleReview.Of(fired, Hourly, Noon.AddDays(3)));
        var never = new ScheduleStatus { Next = Noon.AddHours(1), LastUpdated = Noon };
        Assert.Same(never, ScheduleReview.Of(never, Hourly, Noon.AddDays(3)));
    }

    [Fact]
    public void After_a_change_of_schedule_nothing_counts_as_missed()
    {
        var daily = new ScheduleStatus { Last = Noon, Next = Noon.AddDays(1), LastUpdated = Noon };
        Assert.Equal(Noon.AddHours(1), ScheduleReview.Of(daily, Hourly, Noon.AddMinutes(30)).Next);
        Assert.Equal(Noon.AddHours(6), ScheduleReview.Of(daily, Hourly, Noon.AddHours(5.5)).Next);
    }
}
