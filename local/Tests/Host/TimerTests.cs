using FitServerless.Local.Tests.Host.App;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Local.Tests.Host;

public sealed class TimerTests(AzuriteBlobs azurite) : IClassFixture<AzuriteBlobs>
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 22, 15, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Seven = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextSeven = Seven.AddDays(1);

    private readonly FakeClock _clock = new(Evening);
    private readonly TimerLog _log = new();
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["AzureFunctionsWebHost__hostid"] = Guid.NewGuid().ToString("N"),
        ["AzureWebJobs.Greet.Disabled"] = "1",
        ["Schedules:Tick"] = "0 0 7 * * *",
    };

    [Fact]
    public async Task A_timer_fires_on_its_schedule_and_is_told_of_it()
    {
        await using var host = await StartAsync();
        await _clock.UntilSomebodyWaitsFor(Seven);
        _clock.AdvanceTo(Seven);
        var first = await _log.NextAsync();
        Assert.False(first.IsPastDue);
        Assert.Equal((default, Seven.UtcDateTime), (first.ScheduleStatus!.Last, first.ScheduleStatus.Next));

        await _clock.UntilSomebodyWaitsFor(NextSeven);
        _clock.AdvanceTo(NextSeven);
        var second = await _log.NextAsync();
        Assert.Equal((Seven.UtcDateTime, NextSeven.UtcDateTime), (second.ScheduleStatus!.Last, second.ScheduleStatus.Next));
    }

    [Fact]
    public async Task A_run_missed_while_no_host_was_there_is_made_up_for_once_and_past_due()
    {
        await using (await StartAsync()) await _clock.UntilSomebodyWaitsFor(Seven);
        var noonTwoDaysLater = Seven.AddDays(2).AddHours(5);
        _clock.AdvanceTo(noonTwoDaysLater);
        await using var host = await StartAsync();
        var late = await _log.NextAsync();
        Assert.True(late.IsPastDue);
        Assert.Equal(Seven.UtcDateTime, late.ScheduleStatus!.Next);

        await _clock.UntilSomebodyWaitsFor(Seven.AddDays(3));
        _clock.AdvanceTo(Seven.AddDays(3));
        var regular = await _log.NextAsync();
        Assert.False(regular.IsPastDue);
        Assert.Equal(noonTwoDaysLater.UtcDateTime, regular.ScheduleStatus!.Last);
    }

    [Fact]
    public async Task Of_two_hosts_on_one_account_one_runs_the_timer_and_the_other_takes_over_when_it_stops()
    {
        var other = new TimerLog();
        var first = await StartAsync();
        await _clock.UntilSomebodyWaitsFor(Seven);
        await using var second = await StartAsync(other);
        await _clock.UntilSomebodyWaitsFor(Evening.AddMinutes(1));

        _clock.AdvanceTo(Seven);
        await _log.NextAsync();
        await _clock.UntilSomebodyWaitsFor(Seven.AddMinutes(1));
        await _clock.UntilSomebodyWaitsFor(NextSeven);
        await first.DisposeAsync();
        _clock.AdvanceTo(Seven.AddMinutes(1));
        await _clock.UntilSomebodyWaitsFor(NextSeven);
        Assert.Equal((0, 0), (_log.Runs.Reader.Count, other.Runs.Reader.Count));

        _clock.AdvanceTo(NextSeven);
        Assert.False((await other.NextAsync()).IsPastDue);
        Assert.Equal(0, _log.Runs.Reader.Count);
    }

    [Fact]
    public async Task A_run_that_fails_does_not_end_the_schedule()
    {
        var failing = new TimerLog { Fails = true };
        await using var host = await StartAsync(failing);
        await _clock.UntilSomebodyWaitsFor(Seven);
        _clock.AdvanceTo(Seven);
        await failing.NextAsync();
        await _clock.UntilSomebodyWaitsFor(NextSeven);
        _clock.AdvanceTo(NextSeven);
        await failing.NextAsync();
    }

    [Fact]
    public async Task A_timer_marked_so_runs_at_start_and_without_monitor_has_no_status()
    {
        _settings["AzureWebJobs.Greet.Disabled"] = "0";
        _settings["AzureWebJobs.Tick.Disabled"] = "true";
        await using var host = await StartAsync();
        var run = await _log.NextAsync();
        Assert.Null(run.ScheduleStatus);
        Assert.False(run.IsPastDue);
    }

    [Fact]
    public async Task Without_storage_http_is_served_all_the_same()
    {
        _settings["AzureWebJobsStorage"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/a";
        await using var host = await StartAsync();
        Assert.Equal("ByName", await host.Client.GetStringAsync(new Uri("ByName", UriKind.Relative)));
    }

    private Task<TestHost> StartAsync(TimerLog? log = null) => TestHost.StartAsync(
        services: services => services.AddSingleton<TimeProvider>(_clock).AddSingleton(log ?? _log),
        settings: _settings,
        runTimers: true);
}
