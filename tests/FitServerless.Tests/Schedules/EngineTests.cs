using FitServerless.Functions.Schedules;
using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Schedules;

/// <summary>Runs on the durable engine, from the timer to the row that an operator reads.</summary>
public sealed class EngineTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_day_is_run_once_however_often_its_timer_fires_and_a_poisoned_person_is_set_aside_while_the_rest_go_on()
    {
        await using var app = await engine.StartAsync();
        var people = await app.SignUpAsync(240);
        app.Job.Poisoned[people[0]] = new InvalidDataException("What the person wrote.");
        app.Clock.Now += TimeSpan.FromHours(1);

        await Task.WhenAll(app.FireAsync(nameof(OccasionTimers.SendDailyBriefings)), app.FireAsync(nameof(OccasionTimers.SendDailyBriefings)));
        var run = await app.EndOfRunAsync();
        await app.FireAsync(nameof(OccasionTimers.SendDailyBriefings));

        Assert.Equal((239, 1), (run.GetInt32(nameof(RunCounts.Served)), run.GetInt32(nameof(RunCounts.SetAside))));
        Assert.Equal(people.Skip(1).Order(), app.Job.Done.Keys.Select(done => done.UserId).Order());
        Assert.All(app.Job.Done.Values, times => Assert.Equal(1, times));
        var aside = Assert.Single(await app.Services.GetRequiredService<IRunStore>().ListSetAsideAsync(OccasionKind.DailyBriefing, default).ToListAsync());
        Assert.Equal((people[0], nameof(InvalidDataException)), (aside.Due.UserId, aside.ErrorType));

        app.Job.Poisoned.Clear();
        await app.FireAsync(nameof(ScheduleUpkeepTimers.ResumeSchedules));
        await EngineApp.UntilAsync(() => app.Job.Done.Count == 240);
    }

    [Fact]
    public async Task A_process_that_ends_in_the_middle_leaves_the_rest_to_the_next_one()
    {
        var hub = EngineFixture.NewName();
        var job = new JournalJob();
        string[] people;
        await using (var first = await engine.StartAsync(hub, job))
        {
            people = await first.SignUpAsync(60);
            var middle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            job.Before = async _ =>
            {
                if (job.Done.Count < 20)
                    return;
                middle.TrySetResult();
                await Task.Delay(Timeout.Infinite);
            };
            first.Clock.Now += TimeSpan.FromHours(1);
            await first.FireAsync(nameof(OccasionTimers.SendDailyBriefings));
            await middle.Task;
        }

        job.Before = _ => Task.CompletedTask;
        await using var second = await engine.StartAsync(hub, job);
        second.Clock.Now += TimeSpan.FromHours(1);
        await second.EndOfRunAsync();
        Assert.Equal(people.Order(), job.Done.Keys.Select(done => done.UserId).Distinct().Order());
        var due = second.Services.GetRequiredService<IDueStore>();
        Assert.Empty(await due.FindSlotsAsync(OccasionKind.DailyBriefing, EngineFixture.Start.AddDays(-1), EngineFixture.Start.AddHours(2), default).ToListAsync());
        var next = await due.FindSlotsAsync(OccasionKind.DailyBriefing, EngineFixture.Start, EngineFixture.Start.AddDays(2), default).SingleAsync();
        var plan = await second.Services.GetRequiredService<RunBook>().BeginAsync(new RunKey(OccasionKind.DailyBriefing, next), default);
        var planned = 0;
        foreach (var shard in plan.Shards)
            planned += (await due.ReadAsync(new DueShard(OccasionKind.DailyBriefing, next, shard), null, 100, default)).Due.Count;
        Assert.Equal(60, planned);
    }

    [Fact]
    public async Task Ended_runs_are_forgotten_in_time()
    {
        await using var app = await engine.StartAsync();
        await app.SignUpAsync(1);
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.FireAsync(nameof(OccasionTimers.SendDailyBriefings));
        await app.EndOfRunAsync();
        app.Clock.Now += TimeSpan.FromDays(40);

        await app.FireAsync(nameof(ScheduleUpkeepTimers.PurgeScheduleHistory));

        Assert.Empty(await app.RunsAsync());
    }
}
