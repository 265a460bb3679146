using Azure;
using FitServerless.Cleanup;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Cleanup;

/// <summary>The job on a table of runs of its own: what it remembers is about all of the storage.</summary>
public sealed class CleanupJobTests : IAsyncLifetime
{
    private readonly StorageFixture _storage = new();
    private readonly StandingClock _clock = new();
    private readonly Recorded _first = new("first");
    private readonly Recorded _second = new("second");

    public Task InitializeAsync() => _storage.InitializeAsync();

    public Task DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task A_run_does_the_day_that_is_over_and_says_what_it_did()
    {
        _first.Rows = 3;
        _second.Rows = 4;

        await Job().PurgeAsync(default);

        Assert.Equal([Yesterday], _first.Days);
        var run = Assert.Single((await Runs().ListAsync(null, 10, default)).Runs);
        Assert.Equal(("PurgeExpired", Yesterday, _clock.Now), (run.Job, run.Day, run.StartedAt));
        Assert.Equal([("first", "done", 3), ("second", "done", 4)], run.Steps.Select(step => (step.Name, step.Outcome, step.Rows)));
    }

    [Fact]
    public async Task A_doubled_firing_does_nothing_and_a_missed_one_is_made_up_for()
    {
        await Job().PurgeAsync(default);
        await Job().PurgeAsync(default);
        var first = Yesterday;
        _clock.Now = _clock.Now.AddDays(3);
        await Job().PurgeAsync(default);

        Assert.Equal([first, first.AddDays(3)], _first.Days);
        Assert.Equal(2, (await Runs().ListAsync(null, 10, default)).Runs.Count);
    }

    [Fact]
    public async Task One_that_fails_holds_up_none_of_the_others_and_is_tried_again_alone()
    {
        _first.Rows = 2;
        _first.Fault = new RequestFailedException(503, "Away", "ServerBusy", null);
        await Job().PurgeAsync(default);

        _first.Fault = null;
        _clock.Now = _clock.Now.AddMinutes(1);
        await Job().PurgeAsync(default);

        var runs = (await Runs().ListAsync(null, 10, default)).Runs;
        Assert.Equal([("first", "done", null)], runs[0].Steps.Select(step => (step.Name, step.Outcome, step.Failure)));
        Assert.Equal(
            [("first", "failed", 2, "503 ServerBusy"), ("second", "done", 0, null)],
            runs[1].Steps.Select(step => (step.Name, step.Outcome, step.Rows, step.Failure)));
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_how_far_it_got_and_the_next_goes_on()
    {
        using var stop = new CancellationTokenSource();
        _first.Rows = 5;
        _first.Meanwhile = stop.Cancel;

        var stopped = await Job().PurgeAsync(stop.Token);
        Assert.Equal([("first", "unfinished", 5), ("second", "unfinished", 0)], stopped.Steps.Select(step => (step.Name, step.Outcome, step.Rows)));
        _first.Meanwhile = null;
        await Job().PurgeAsync(default);

        Assert.Equal(2, _first.Days.Count);
        Assert.Equal([Yesterday], _second.Days);
    }

    [Fact]
    public async Task Runs_at_the_same_time_end_both_and_leave_all_done()
    {
        await Task.WhenAll(Job().PurgeAsync(default), Job().PurgeAsync(default));
        var days = _second.Days.Count;
        await Job().PurgeAsync(default);

        Assert.Equal(days, _second.Days.Count);
    }

    [Fact]
    public async Task Counts_are_pruned_by_a_timer_of_their_own()
    {
        var quotas = new Recorded("quotas");
        var job = Job(quotas);
        await job.PurgeAsync(default);
        Assert.Empty(quotas.Days);

        await job.PruneQuotasAsync(default);

        Assert.Equal([Yesterday], quotas.Days);
        Assert.Single(_first.Days);
    }

    [Fact]
    public async Task What_runs_did_is_known_for_ninety_days()
    {
        await Job().PurgeAsync(default);
        _clock.Now = _clock.Now.AddDays(1);
        await Job().PurgeAsync(default);
        _clock.Now = _clock.Now.AddDays(90);

        await Job(new RunRecords(_storage.Connect(), Options.Create(new CleanupOptions()))).PurgeAsync(default);

        var runs = (await Runs().ListAsync(null, 10, default)).Runs;
        Assert.Equal(2, runs.Count);
        Assert.Equal(1, runs[0].Steps.Single(step => step.Name == "runs").Rows);
    }

    private DateOnly Yesterday => _clock.Today.AddDays(-1);

    private CleanupRuns Runs() => new(_storage.Connect());

    private CleanupJob Job(params ICleanup[] more) => new(
        [_first, _second, .. more], Runs(), Options.Create(new CleanupOptions()), _clock, NullLogger<CleanupJob>.Instance);

    private sealed class Recorded(string name) : ICleanup
    {
        public string Name => name;

        public List<DateOnly> Days { get; } = [];

        public int Rows { get; set; }

        public Exception? Fault { get; set; }

        public Action? Meanwhile { get; set; }

        public Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken)
        {
            lock (Days)
                Days.Add(day);
            done.Rows += Rows;
            Meanwhile?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }
    }
}
