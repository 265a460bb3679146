using DurableTask.Core.Exceptions;
using FitServerless.Local.Tests.Durable.App;
using FitServerless.Local.Tests.Host;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Tests.Durable;

public sealed class OrchestrationTests(AzuriteBlobs azurite) : IClassFixture<AzuriteBlobs>
{
    private static readonly string[] Words = ["one", "two", "three"];
    private static readonly DateTimeOffset Seven = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private readonly FakeClock _clock = new(Seven);

    [Fact]
    public async Task Activities_run_in_turn_and_the_status_tells_how_far_it_is()
    {
        await using var app = await StartAsync();
        var end = await app.RunAsync(nameof(Orchestrators.ShoutInTurn), Words);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("ONE TWO THREE", end.ReadOutputAs<string>());
        Assert.Equal(3, end.ReadCustomStatusAs<int>());
        Assert.Equal(Words, end.ReadInputAs<IReadOnlyList<string>>());
        foreach (var word in Words) Assert.Equal(word, await app.Journal.NextAsync());
        Assert.Equal(0, app.Journal.Entries.Reader.Count);
    }

    [Fact]
    public async Task Many_activities_run_at_once_and_their_results_keep_their_places()
    {
        await using var app = await StartAsync();
        var end = await app.RunAsync(nameof(Orchestrators.ShoutAtOnce), 300);
        Assert.Equal(string.Join(' ', Enumerable.Range(0, 300).Select(i => $"A{i}")), end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_failing_activity_is_tried_again_after_longer_and_longer_waits()
    {
        await using var app = await StartAsync(_clock);
        app.Journal.Failures = 2;
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.TryHard), 5);
        await _clock.UntilSomebodyWaitsFor(Seven.AddMinutes(1));
        _clock.AdvanceTo(Seven.AddMinutes(1));
        await _clock.UntilSomebodyWaitsFor(Seven.AddMinutes(3));
        _clock.AdvanceTo(Seven.AddMinutes(3));
        Assert.Equal(5, (await app.EndOfAsync(id)).ReadOutputAs<int>());
        Assert.Equal(3, app.Journal.Entries.Reader.Count);
    }

    [Fact]
    public async Task When_the_attempts_are_used_up_it_fails_with_what_the_activity_threw()
    {
        await using var app = await StartAsync(_clock);
        app.Journal.Failures = 3;
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.TryHard), 5);
        await _clock.UntilSomebodyWaitsFor(Seven.AddMinutes(1));
        _clock.AdvanceTo(Seven.AddMinutes(1));
        await _clock.UntilSomebodyWaitsFor(Seven.AddMinutes(3));
        _clock.AdvanceTo(Seven.AddMinutes(3));
        var end = await app.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.IsCausedBy<Microsoft.DurableTask.TaskFailedException>());
        Assert.Contains("Not yet.", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_fires_at_its_time_and_the_orchestrator_then_runs_again()
    {
        await using var app = await StartAsync(_clock);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Remind), TimeSpan.FromDays(40));
        Assert.Equal("begun", await app.Journal.NextAsync());
        await _clock.UntilSomebodyWaitsFor(Seven.AddDays(24));
        _clock.AdvanceTo(Seven.AddDays(24));
        await _clock.UntilSomebodyWaitsFor(Seven.AddDays(40));
        _clock.AdvanceTo(Seven.AddDays(40));
        Assert.Equal(Seven.AddDays(40).UtcDateTime, (await app.EndOfAsync(id)).ReadOutputAs<DateTime>());
        Assert.Equal("again", await app.Journal.NextAsync());
    }

    [Fact]
    public async Task A_start_may_be_set_for_later()
    {
        await using var app = await StartAsync(_clock);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Orchestrators.Echo), "hello", new StartOrchestrationOptions(StartAt: Seven.AddHours(1)));
        await _clock.UntilSomebodyWaitsFor(Seven.AddHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await app.Client.GetInstanceAsync(id))!.RuntimeStatus);
        _clock.AdvanceTo(Seven.AddHours(1));
        Assert.Equal("hello", (await app.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_is_waited_for_and_one_that_came_early_is_not_lost()
    {
        await using var app = await StartAsync(_clock);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Orchestrators.Ask), new StartOrchestrationOptions(StartAt: Seven.AddHours(1)));
        await app.Client.RaiseEventAsync(id, "answer", "yes");
        await _clock.UntilSomebodyWaitsFor(Seven.AddHours(1));
        _clock.AdvanceTo(Seven.AddHours(1));
        Assert.Equal("yes", (await app.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Waiting_for_an_event_can_have_an_end()
    {
        await using var app = await StartAsync(_clock);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Ask));
        await _clock.UntilSomebodyWaitsFor(Seven.AddHours(1));
        _clock.AdvanceTo(Seven.AddHours(1));
        Assert.Equal("nothing", (await app.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task It_continues_as_new_and_keeps_the_events_it_has_not_looked_at()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sum), 0);
        for (var i = 1; i <= 10; i++) await app.Client.RaiseEventAsync(id, "Number", i);
        await app.Client.RaiseEventAsync(id, "Number", 0);
        Assert.Equal(55, (await app.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Sub_orchestrations_run_at_once_and_return_their_results()
    {
        await using var app = await StartAsync();
        Assert.Equal("ONE+TWO+THREE", (await app.RunAsync(nameof(Orchestrators.Parent), Words)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_failure_of_a_sub_orchestration_reaches_its_parent()
    {
        await using var app = await StartAsync();
        Assert.Equal(
            "Fail: System.InvalidOperationException: 'Fail' cannot do it.",
            (await app.RunAsync(nameof(Orchestrators.ParentOfFailure))).ReadOutputAs<string>());
    }

    [Fact]
    public async Task One_that_no_function_runs_fails()
    {
        await using var app = await StartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.RunAsync("Nobody")).RuntimeStatus);
    }

    [Fact]
    public async Task It_can_be_terminated()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Ask));
        await app.Client.TerminateInstanceAsync(id, (object)"enough");
        var end = await app.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("enough", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task While_it_is_suspended_nothing_reaches_it()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Ask));
        await app.Client.SuspendInstanceAsync(id);
        await app.Client.RaiseEventAsync(id, "Answer", "yes");
        await app.Client.SuspendInstanceAsync(id);
        await app.RunAsync(nameof(Orchestrators.Echo));
        Assert.NotEqual(OrchestrationRuntimeStatus.Completed, (await app.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await app.Client.ResumeInstanceAsync(id);
        Assert.Equal("yes", (await app.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_id_can_be_used_again_once_its_instance_has_ended_and_not_before()
    {
        await using var app = await StartAsync();
        var options = new StartOrchestrationOptions("the-only");
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Ask), options);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Ask), options));
        await app.Client.RaiseEventAsync("the-only", "Answer", "first");
        Assert.Equal("first", (await app.EndOfAsync("the-only")).ReadOutputAs<string>());

        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Echo), "second", options);
        Assert.Equal("second", (await app.EndOfAsync("the-only")).ReadOutputAs<string>());
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => app.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Orchestrators.Echo), "third", options.WithDedupeStatuses(OrchestrationRuntimeStatus.Completed)));
    }

    [Fact]
    public async Task Instances_are_found_by_status_and_purged_when_they_have_ended()
    {
        await using var app = await StartAsync();
        var long_ = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Ask));
        for (var i = 0; i < 3; i++) await app.RunAsync(nameof(Orchestrators.Echo), new string('x', 100_000));
        var completed = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed], PageSize: 2, FetchInputsAndOutputs: true);
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in app.Client.GetAllInstancesAsync(completed)) found.Add(instance);
        Assert.Equal(3, found.Count);
        Assert.All(found, instance => Assert.Equal(100_000, instance.ReadOutputAs<string>()!.Length));

        Assert.Equal(0, (await app.Client.PurgeInstanceAsync(long_)).PurgedInstanceCount);
        Assert.Equal(1, (await app.Client.PurgeInstanceAsync(found[0].InstanceId)).PurgedInstanceCount);
        Assert.Equal(2, (await app.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
        Assert.Null(await app.Client.GetInstanceAsync(found[0].InstanceId));
        Assert.NotNull(await app.Client.GetInstanceAsync(long_));
    }

    [Fact]
    public async Task A_replay_that_differs_from_the_history_fails_it_and_says_so()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Changed));
        Assert.Equal("old", await app.Journal.NextAsync());
        app.Journal.IsNewVersion = true;
        await app.Client.RaiseEventAsync(id, "Go", "go");
        var end = await app.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Non-deterministic", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awaiting_anything_but_durable_tasks_fails_it()
    {
        await using var app = await StartAsync();
        var end = await app.RunAsync(nameof(Orchestrators.AwaitTheWorld));
        Assert.Contains("invalid asynchronous invocation", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guids_are_the_same_in_a_replay_and_differ_otherwise()
    {
        await using var app = await StartAsync();
        var guids = (await app.RunAsync(nameof(Orchestrators.MakeGuids))).ReadOutputAs<Guid[]>()!;
        Assert.Equal($"{guids[0]}", await app.Journal.NextAsync());
        Assert.NotEqual(guids[0], guids[1]);
        Assert.NotEqual(guids[0], (await app.RunAsync(nameof(Orchestrators.MakeGuids))).ReadOutputAs<Guid[]>()![0]);
    }

    private async Task<DurableApp> StartAsync(TimeProvider? clock = null) =>
        await (await DurableApp.StartAsync(azurite.ConnectionString, clock: clock)).WorkingAsync();
}
