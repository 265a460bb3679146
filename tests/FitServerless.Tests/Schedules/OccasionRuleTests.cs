using FitServerless.Accounts.Profiles;
using FitServerless.Schedules;
using FitServerless.Schedules.Rules;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Schedules;

/// <summary>Laws of the rules, in zones that are hard on them.</summary>
public sealed class OccasionRuleTests
{
    private static readonly OccasionSchedules Schedules = new(Options.Create(new ScheduleOptions()));

    private static readonly DateOnly TheDayThatSamoaSkipped = new(2011, 12, 30);

    public static TheoryData<string> Zones =>
        ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Asia/Kathmandu", "UTC"];

    [Theory]
    [MemberData(nameof(Zones))]
    public void In_ten_years_each_local_date_has_one_briefing_at_its_hour_but_the_one_that_never_was(string zone)
    {
        // The hours at which clocks go forward and back somewhere, and the usual one.
        foreach (var hour in new[] { 0, 2, 3, 7, 23 })
        {
            foreach (var start in new[] { At(2005), At(2011), At(2024) })
                AssertEveryDate(People.In(zone, hour), start, start.AddYears(10));
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void In_ten_years_plans_and_reviews_come_on_every_weekday_and_on_no_other(string zone)
    {
        var person = People.In(zone);
        foreach (var (kind, hour) in new[] { (OccasionKind.WeekdayPlan, 9), (OccasionKind.EveningReview, 18) })
        {
            var dates = Between(Schedules[kind], person, At(2005), At(2015)).ToList();
            var weekdays = DatesBetween(dates[0].LocalDate, dates[^1].LocalDate)
                .Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsSkipped(zone, date));
            Assert.Equal(weekdays, dates.Select(planned => planned.LocalDate));
            Assert.All(dates, planned => Assert.Equal(hour, TimeZoneInfo.ConvertTime(planned.Slot, person.Zone).Hour));
        }
    }

    [Theory]
    [InlineData(OccasionKind.WeeklyReport, 53, DayOfWeek.Monday, 6)]
    [InlineData(OccasionKind.WeeklyInsights, 52, DayOfWeek.Sunday, 12)]
    [InlineData(OccasionKind.MonthlyReport, 12, null, 0)]
    [InlineData(OccasionKind.Backup, 366, null, 2)]
    public void Reports_and_backups_come_when_their_timers_fire(OccasionKind kind, int inTheYear, DayOfWeek? day, int hour)
    {
        var slots = Between(Schedules[kind], People.In("Pacific/Apia"), At(2024).AddTicks(-1), At(2025).AddTicks(-1)).Select(planned => planned.Slot).ToList();
        Assert.Equal(inTheYear, slots.Count);
        Assert.All(slots, slot => Assert.True((day is null || slot.DayOfWeek == day) && slot.Hour == hour && slot.Minute == 0));
    }

    [Theory]
    [InlineData("America/New_York", 2, "2026-03-08", "2026-03-08T07:00Z")] // 02:00 is skipped: at 03:00.
    [InlineData("America/New_York", 1, "2026-11-01", "2026-11-01T05:00Z")] // 01:00 comes twice: the first.
    [InlineData("Australia/Lord_Howe", 2, "2026-10-04", "2026-10-03T15:30Z")] // Half an hour is skipped: at 02:30.
    [InlineData("Australia/Lord_Howe", 2, "2026-04-05", "2026-04-04T15:30Z")] // 01:30 to 02:00 comes twice: 02:00 only once, after.
    [InlineData("Asia/Kathmandu", 7, "2026-01-01", "2026-01-01T01:15Z")]
    [InlineData("Pacific/Apia", 7, "2011-12-31", "2011-12-30T17:00Z")]
    public void Clocks_that_jump_are_followed(string zone, int hour, string date, string slot)
    {
        var (on, instant) = (DateOnly.Parse(date, null), DateTimeOffset.Parse(slot, null));
        Assert.Equal(
            new PlannedOccasion(instant, on), Schedules[OccasionKind.DailyBriefing].Rule.Next(People.In(zone, hour), instant.AddDays(-2), on.AddDays(-1)));
    }

    [Fact]
    public void Whatever_was_served_and_whenever_one_asks_the_next_is_later_than_both_and_the_first_that_is() => Law.Holds(
        from zone in Gen.Elements("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Asia/Kathmandu", "Pacific/Niue")
        from hour in Gen.Choose(0, 23)
        from kind in Gen.Elements(Enum.GetValues<OccasionKind>())
        from minutes in Gen.Choose(0, 60 * 24 * 365 * 8)
        from served in Gen.Choose(-3, 3)
        select (Person: People.In(zone, hour), kind, After: At(2009).AddMinutes(minutes), served),
        one =>
        {
            var schedule = Schedules[one.kind];
            var served = LocalTime.DateAt(one.Person.Zone, one.After).AddDays(one.served);
            var next = schedule.Plan(one.Person, one.After, served);
            return next.Slot > one.After && next.LocalDate > served
                && next.Slot.UtcTicks % TimeSpan.FromMinutes(15).Ticks == 0
                && LocalTime.DateAt(one.Person.Zone, next.Slot) == next.LocalDate
                && schedule.IsCurrent(one.Person, next)
                && schedule.Plan(one.Person, next.Slot - TimeSpan.FromTicks(1), served) == next;
        },
        count: 2_000);

    [Fact]
    public void Who_moves_about_the_world_has_no_local_date_twice() => Law.Holds(
        Gen.Elements("Pacific/Apia", "Pacific/Niue", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe").ListOf(40),
        zones =>
        {
            var (after, served) = (At(2011), DateOnly.MinValue);
            foreach (var zone in zones)
            {
                var next = Schedules[OccasionKind.DailyBriefing].Plan(People.In(zone, 7), after, served);
                if (next.LocalDate <= served)
                    return false;
                (after, served) = (next.Slot.AddHours(1), next.LocalDate);
            }

            return true;
        });

    private static void AssertEveryDate(Person person, DateTimeOffset start, DateTimeOffset end)
    {
        var all = Between(Schedules[OccasionKind.DailyBriefing], person, start, end).ToList();
        var expected = DatesBetween(all[0].LocalDate, all[^1].LocalDate).Where(date => !IsSkipped(person.TimeZone, date));
        Assert.Equal(expected, all.Select(planned => planned.LocalDate));
        Assert.All(all, planned =>
        {
            var local = TimeZoneInfo.ConvertTime(planned.Slot, person.Zone).DateTime;
            var late = local - planned.LocalDate.ToDateTime(new TimeOnly(person.Settings.Briefings.Hour, 0));
            Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromHours(1));
            var before = TimeZoneInfo.ConvertTime(planned.Slot - TimeSpan.FromMinutes(15), person.Zone).DateTime;
            Assert.True(late == TimeSpan.Zero || before < local - late, "Clocks skipped the hour, and so it comes when they did.");
        });
    }

    private static IEnumerable<DueOccasion> Between(OccasionSchedule schedule, Person person, DateTimeOffset start, DateTimeOffset end)
    {
        for (var due = schedule.Plan(person, start, DateOnly.MinValue); due.Slot < end; due = schedule.Plan(person, due.Slot, due.LocalDate))
            yield return due;
    }

    private static IEnumerable<DateOnly> DatesBetween(DateOnly first, DateOnly last)
    {
        for (var date = first; date <= last; date = date.AddDays(1))
            yield return date;
    }

    private static bool IsSkipped(string zone, DateOnly date) => zone == "Pacific/Apia" && date == TheDayThatSamoaSkipped;

    private static DateTimeOffset At(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
