using System.Net;
using FitServerless.Local.Tests.Durable.App;
using FitServerless.Local.Tests.Host;
using FitServerless.Tests.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Hosting;

namespace FitServerless.Local.Tests.Durable;

public sealed class HubTests(AzuriteBlobs azurite) : IClassFixture<AzuriteBlobs>
{
    private static readonly EntityInstanceId Book = new(nameof(Notebook), "one");

    // It stands still, so that polling and renewals do not count.
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.Zero));
    private readonly string _hub = DurableApp.NewHub();

    [Fact]
    public async Task A_function_is_given_a_client()
    {
        await using var app = await StartAsync();
        using var answer = await app.Http.PostAsync(new Uri("notebooks/one?line=hello", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["hello"], await app.ReadAsync(Book));
    }

    [Fact]
    public async Task Middleware_sees_durable_functions_as_well()
    {
        var seen = new List<string>();
        await using var app = await (await DurableApp.StartAsync(azurite.ConnectionString, register: builder =>
            builder.UseMiddleware((context, next) =>
            {
                lock (seen) seen.Add(context.FunctionDefinition.InputBindings.Values.Single().Type);
                return next();
            }))).WorkingAsync();
        await app.WriteAsync(Book, "line");
        await app.ReadAsync(Book);
        await app.RunAsync(nameof(Orchestrators.ShoutInTurn), new[] { "one" });
        Assert.Equal(["activityTrigger", "entityTrigger", "orchestrationTrigger"], seen.Distinct().Order());
    }

    [Fact]
    public async Task Middleware_that_throws_fails_the_operation_and_not_the_host()
    {
        var fails = true;
        await using var app = await (await DurableApp.StartAsync(azurite.ConnectionString, register: builder =>
            builder.UseMiddleware((_, next) => fails ? throw new InvalidOperationException("Closed.") : next()))).WorkingAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.RunAsync(nameof(Orchestrators.Echo), "lost")).RuntimeStatus);
        fails = false;
        Assert.Equal("hello", (await app.RunAsync(nameof(Orchestrators.Echo), "hello")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_signal_takes_two_storage_calls()
    {
        var counting = new MortalPolicy();
        await using var app = await StartAsync(counting);
        await app.WriteAsync(Book, "first");
        await AnnounceAsync(app);
        var before = counting.Writes;
        for (var i = 0; i < 10; i++) await AnnounceAsync(app);
        // Each is announced before it is stored: the one before the first may be among them, and the last one not.
        Assert.InRange(counting.Writes - before, 19, 21);
    }

    [Fact]
    public async Task A_burst_of_signals_is_stored_together()
    {
        var counting = new MortalPolicy();
        await using var app = await StartAsync(counting);
        app.Journal.Gate = new TaskCompletionSource();
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.Hold));
        await app.Journal.NextAsync();
        var before = counting.Writes;
        await Task.WhenAll(Enumerable.Range(0, 99).Select(i => app.WriteAsync(Book, $"{i}")));
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.Announce), "done");
        app.Journal.Gate.SetResult();
        await app.Journal.NextAsync();
        const int Accepts = 100, OfHold = 1, OfFirstFifty = 1, OfOthers = 1;
        Assert.InRange(counting.Writes - before, Accepts + OfHold + OfFirstFifty, Accepts + OfHold + OfFirstFifty + OfOthers);
    }

    [Fact]
    public async Task An_event_takes_two_storage_calls_besides_those_of_the_one_who_waits()
    {
        var counting = new MortalPolicy();
        await using var app = await StartAsync(counting);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Ask));
        await app.Client.WaitForInstanceStartAsync(id);
        var before = counting.Writes;
        await app.Client.RaiseEventAsync(id, "Answer", "yes");
        await app.EndOfAsync(id);
        const int Accept = 1, Turn = 1;
        Assert.Equal(Accept + Turn, counting.Writes - before);
    }

    [Fact]
    public async Task Any_process_accepts_and_one_works()
    {
        await using var worker = await (await DurableApp.StartAsync(azurite.ConnectionString, _hub)).WorkingAsync();
        await using var other = await DurableApp.StartAsync(azurite.ConnectionString, _hub);
        for (var i = 0; i < 10; i++) await other.WriteAsync(Book, $"{i}");
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), await other.ReadAsync(Book));
        Assert.Equal("A", (await other.RunAsync(nameof(Orchestrators.ShoutInTurn), new[] { "a" })).ReadOutputAs<string>());
        Assert.Equal("a", await worker.Journal.NextAsync());
        Assert.Equal(0, other.Journal.Entries.Reader.Count);
    }

    [Fact]
    public async Task When_the_one_that_works_stops_another_goes_on_with_what_waits()
    {
        var first = await (await DurableApp.StartAsync(azurite.ConnectionString, _hub, _clock)).WorkingAsync();
        await using var second = await DurableApp.StartAsync(azurite.ConnectionString, _hub, _clock);
        var reminder = await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Remind), TimeSpan.FromHours(1));
        await first.Journal.NextAsync();
        await first.Client.Entities.SignalEntityAsync(
            Book, nameof(Notebook.Write), "later", new SignalEntityOptions { SignalTime = _clock.GetUtcNow().AddHours(1) });
        var due = _clock.GetUtcNow().AddHours(1);
        await _clock.UntilSomebodyWaitsFor(_clock.GetUtcNow().AddSeconds(2));
        await first.DisposeAsync();

        _clock.AdvanceTo(due.AddMinutes(1));
        await second.WorkingAsync();
        Assert.Equal(due.AddMinutes(1).UtcDateTime, (await second.EndOfAsync(reminder)).ReadOutputAs<DateTime>());
        Assert.Equal(["later"], await second.ReadAsync(Book));
    }

    [Fact]
    public async Task A_stop_lets_an_activity_finish_and_keeps_what_it_returned()
    {
        var gate = new TaskCompletionSource();
        var first = await (await DurableApp.StartAsync(azurite.ConnectionString, _hub, journal: new Journal { Gate = gate })).WorkingAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.WaitForActivity), "slow");
        await first.Journal.NextAsync();
        var stopping = first.DisposeAsync();
        gate.SetResult();
        await stopping;

        await using var second = await (await DurableApp.StartAsync(azurite.ConnectionString, _hub)).WorkingAsync();
        await second.EndOfAsync(id);
        Assert.Equal(0, second.Journal.Entries.Reader.Count);
    }

    [Fact]
    public async Task A_lock_whose_holder_is_gone_is_released_on_request()
    {
        await using var app = await StartAsync();
        EntityInstanceId left = new(nameof(Notebook), "left");
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.WritePair), "x");
        await _clock.UntilSomebodyWaitsFor(_clock.GetUtcNow().AddMilliseconds(20));
        await app.Client.TerminateInstanceAsync(id);
        await app.EndOfAsync(id);
        Assert.Equal(id, (await app.Client.Entities.GetEntityAsync(left))!.LockedBy);
        Assert.Equal(2, (await app.Client.Entities.CleanEntityStorageAsync()).OrphanedLocksReleased);
        Assert.Equal(["x1"], await app.ReadAsync(left));
    }

    private static async Task AnnounceAsync(DurableApp app)
    {
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.Announce), "done");
        await app.Journal.NextAsync();
    }

    private async Task<DurableApp> StartAsync(MortalPolicy? counting = null) =>
        await (await DurableApp.StartAsync(azurite.ConnectionString, _hub, _clock, mortal: counting)).WorkingAsync();
}
