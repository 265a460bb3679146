using FitServerless.Schedules;
using FitServerless.Schedules.Storage;

namespace FitServerless.Tests.Schedules;

/// <summary>Timers that fire twice, late, over each other or not at all; people who travel; jobs that fail.</summary>
public sealed class FiringTests
{
    private static readonly string[] Zones =
        ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Asia/Kathmandu"];

    private static readonly DateTimeOffset Start = new(2005, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ScheduleWorld _world = new(Start);

    [Theory]
    [InlineData(7)]
    [InlineData(2)]
    public async Task In_ten_years_of_missed_doubled_and_late_firings_each_local_date_has_one_briefing(int hour)
    {
        foreach (var zone in Zones)
            await _world.SeeAsync(zone, zone, hour);
        var random = new Random(1);
        while (_world.Clock.Now < Start.AddYears(10))
        {
            // Mostly some quarter hours; at times the host is down for up to ten hours, or fires and fires.
            _world.Clock.Now += TimeSpan.FromMinutes(random.Next(10) == 0 ? random.Next(1, 600) : random.Next(5, 120));
            await _world.FireAsync(times: random.Next(5) == 0 ? 3 : 1);
        }

        foreach (var zone in Zones)
            AssertEveryDateOnce(zone);
        Assert.Equal(Zones.Length, ((MemoryDueStore)_world.Due).All.Count(due => due.Kind == OccasionKind.DailyBriefing));
    }

    [Fact]
    public async Task After_days_of_standstill_the_old_ones_are_passed_over_and_nobody_is_lost()
    {
        await _world.SeeAsync("ada", "Europe/Berlin");
        await FireAtAsync(new(2005, 1, 1, 6, 0, 0, TimeSpan.Zero));
        await FireAtAsync(new(2005, 1, 9, 20, 0, 0, TimeSpan.Zero));
        await FireAtAsync(new(2005, 1, 10, 6, 15, 0, TimeSpan.Zero));
        Assert.Equal([new DateOnly(2005, 1, 1), new DateOnly(2005, 1, 10)], _world.Job.DatesOf("ada"));
    }

    [Fact]
    public async Task One_that_is_some_hours_late_is_still_sent_and_has_the_slot_it_was_due_in()
    {
        Occasion? seen = null;
        _world.Job.Before = occasion =>
        {
            seen = occasion;
            return Task.CompletedTask;
        };
        await _world.SeeAsync("ada", "Europe/Berlin");
        await FireAtAsync(new(2005, 1, 1, 17, 59, 0, TimeSpan.Zero));
        Assert.Equal(new Occasion(OccasionKind.DailyBriefing, "ada", new DateOnly(2005, 1, 1), new(2005, 1, 1, 6, 0, 0, TimeSpan.Zero)), seen);
    }

    [Fact]
    public async Task Who_travels_and_changes_hours_has_no_date_twice_and_is_in_the_index_once()
    {
        var random = new Random(2);
        for (var i = 0; i < 4_000; i++)
        {
            _world.Clock.Now += TimeSpan.FromMinutes(random.Next(5, 240));
            if (random.Next(6) == 0)
                await _world.SeeAsync("ada", Zones[random.Next(Zones.Length)], random.Next(24), wantsBriefings: random.Next(8) > 0);
            await _world.FireAsync();
        }

        Assert.All(_world.Job.Done.Values, times => Assert.Equal(1, times));
        Assert.InRange(((MemoryDueStore)_world.Due).All.Count(due => due.Kind == OccasionKind.DailyBriefing), 0, 1);
        Assert.InRange(_world.Job.Done.Count, 200, 400);
    }

    [Fact]
    public async Task Who_was_planned_before_a_change_and_left_behind_by_a_kill_is_moved_and_served_once()
    {
        await _world.SeeAsync("ada", "Europe/Berlin");
        var before = ((MemoryDueStore)_world.Due).All.Single(due => due.Kind == OccasionKind.DailyBriefing);
        await _world.SeeAsync("ada", "America/New_York");
        await _world.Due.PutAsync([before], default);
        for (var hour = 0; hour < 48; hour++)
            await FireAtAsync(Start.AddHours(hour));
        Assert.Equal([new DateOnly(2005, 1, 1), new DateOnly(2005, 1, 2)], _world.Job.DatesOf("ada"));
        Assert.All(_world.Job.Done.Values, times => Assert.Equal(1, times));
        Assert.Single(((MemoryDueStore)_world.Due).All, due => due.Kind == OccasionKind.DailyBriefing);
    }

    [Fact]
    public async Task Across_the_date_line_into_the_same_slot_of_another_date_nobody_is_lost()
    {
        // 07:00 on the 1st in Apia, thirteen hours ahead, and 07:00 on the day before in Niue, eleven behind, are one moment.
        _world.Clock.Now = new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.Zero);
        await _world.SeeAsync("ada", "Pacific/Apia");
        _world.People.All["ada"] = People.In("Pacific/Niue", id: "ada");
        for (var hour = 0; hour < 72; hour++)
            await FireAtAsync(new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour));
        Assert.Equal([new(2024, 7, 1), new(2024, 7, 2), new DateOnly(2024, 7, 3)], _world.Job.DatesOf("ada"));
    }

    [Fact]
    public async Task A_person_whose_job_fails_is_set_aside_comes_the_next_day_and_can_be_replayed()
    {
        await _world.SeeAsync("ada", "UTC");
        await _world.SeeAsync("bo", "UTC");
        _world.Job.Poisoned["bo"] = new InvalidDataException("What bo wrote.");
        await FireAtAsync(Start.AddHours(7));
        Assert.Single(_world.Job.DatesOf("ada"));
        var aside = Assert.Single(((MemoryRunStore)_world.Runs).Aside.Values);
        Assert.Equal(("bo", nameof(InvalidDataException)), (aside.Due.UserId, aside.ErrorType));

        _world.Job.Poisoned.Clear();
        await _world.Book.ReplayAsync(OccasionKind.DailyBriefing, default);
        await FireAtAsync(Start.AddHours(8));
        await FireAtAsync(Start.AddHours(31));
        Assert.Equal([new DateOnly(2005, 1, 1), new DateOnly(2005, 1, 2)], _world.Job.DatesOf("bo"));
        Assert.Empty(((MemoryRunStore)_world.Runs).Aside);
        Assert.Equal(2, ((MemoryDueStore)_world.Due).All.Count(due => due.Kind == OccasionKind.DailyBriefing));
    }

    [Fact]
    public async Task Who_is_gone_leaves_the_index_and_who_wants_none_too_until_they_do()
    {
        await _world.SeeAsync("gone", "UTC");
        await _world.SeeAsync("ada", "UTC");
        _world.People.All.TryRemove("gone", out _);
        await FireAtAsync(Start.AddHours(7));
        Assert.Empty(_world.Job.DatesOf("gone"));
        Assert.DoesNotContain(((MemoryDueStore)_world.Due).All, due => due is { UserId: "gone", Kind: OccasionKind.DailyBriefing });
        Assert.Equal(UserSchedule.None, await _world.Schedules.FindAsync("gone", default));

        await _world.SeeAsync("ada", "UTC", wantsBriefings: false);
        await FireAtAsync(Start.AddHours(31));
        // Switched on again before the hour at which the last one came: that date was had.
        _world.Clock.Now = Start.AddHours(33);
        await _world.SeeAsync("ada", "UTC", hour: 12);
        await FireAtAsync(Start.AddHours(36));
        Assert.Equal([new DateOnly(2005, 1, 1), new DateOnly(2005, 1, 2)], _world.Job.DatesOf("ada"));
    }

    [Fact]
    public async Task Who_is_suspended_gets_nothing_and_is_planned_again_at_the_next_sign_in()
    {
        await _world.SeeAsync("ada", "Europe/Berlin");
        _world.People.All["ada"] = _world.People.All["ada"] with { IsSuspended = true };
        await FireAtAsync(new(2005, 1, 1, 6, 0, 0, TimeSpan.Zero));
        await FireAtAsync(new(2005, 1, 2, 6, 0, 0, TimeSpan.Zero));
        Assert.Empty(_world.Job.DatesOf("ada"));
        await _world.SeeAsync("ada", "Europe/Berlin");
        await FireAtAsync(new(2005, 1, 3, 6, 0, 0, TimeSpan.Zero));
        Assert.Equal([new DateOnly(2005, 1, 3)], _world.Job.DatesOf("ada"));
    }

    [Fact]
    public async Task A_clock_that_goes_back_moves_no_watermark_and_sends_nothing_twice()
    {
        await _world.SeeAsync("ada", "UTC");
        await FireAtAsync(Start.AddHours(8));
        await FireAtAsync(Start.AddHours(5));
        Assert.Equal(Start.AddHours(8), (await _world.Runs.FindWatermarkAsync(OccasionKind.DailyBriefing, default)).Slot);
        await FireAtAsync(Start.AddHours(9));
        Assert.Equal(1, Assert.Single(_world.Job.Done).Value);
    }

    private Task FireAtAsync(DateTimeOffset now)
    {
        _world.Clock.Now = now;
        return _world.FireAsync();
    }

    private void AssertEveryDateOnce(string zone)
    {
        var dates = _world.Job.DatesOf(zone);
        var all = Enumerable.Range(0, dates[^1].DayNumber - dates[0].DayNumber + 1).Select(dates[0].AddDays);
        Assert.Equal(all.Where(date => zone != "Pacific/Apia" || date != new DateOnly(2011, 12, 30)), dates);
        Assert.InRange(dates.Count, 3_650, 3_653);
    }
}
