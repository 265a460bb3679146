using FitServerless.Local.Tests.Durable.App;
using FitServerless.Local.Tests.Host;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Tests.Durable;

public sealed class EntityTests(AzuriteBlobs azurite) : IClassFixture<AzuriteBlobs>
{
    private static readonly EntityInstanceId Book = new(nameof(Notebook), "one");

    [Fact]
    public async Task Signals_run_in_the_order_they_were_accepted()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 20; i++) await app.WriteAsync(Book, $"{i}");
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), await app.ReadAsync(Book));
    }

    [Fact]
    public async Task Of_signals_sent_at_once_each_runs_once_and_alone()
    {
        await using var app = await StartAsync();
        await Parallel.ForAsync(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await app.WriteAsync(Book, $"{i:D2}"));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i:D2}"), (await app.ReadAsync(Book)).Order());
        Assert.False(app.Journal.WereTwoAtOnce);
    }

    [Fact]
    public async Task An_operation_that_fails_changes_nothing_and_sends_nothing()
    {
        await using var app = await StartAsync();
        await app.WriteAsync(Book, "before");
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.WriteAndFail), "lost");
        await app.WriteAsync(Book, "after");
        Assert.Equal(["before", "after"], await app.ReadAsync(Book));
        Assert.Equal(["before", "after"], await app.ReadAsync(Book));
    }

    [Fact]
    public async Task A_call_tells_the_orchestration_why_it_failed()
    {
        await using var app = await StartAsync();
        Assert.Equal("The pen is dry.", (await app.RunAsync(nameof(Orchestrators.CallFailing), Book)).ReadOutputAs<string>());
        Assert.Empty(await app.ReadAsync(Book));
    }

    [Fact]
    public async Task A_scheduled_signal_waits_for_its_time()
    {
        var now = new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
        var clock = new FakeClock(now);
        await using var app = await StartAsync(clock);
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.Write), "later", new SignalEntityOptions { SignalTime = now.AddHours(1) });
        await app.WriteAsync(Book, "now");
        Assert.Equal(["now"], await app.ReadAsync(Book));

        await clock.UntilSomebodyWaitsFor(now.AddHours(1));
        clock.AdvanceTo(now.AddHours(1));
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.Announce), "done");
        await app.Journal.NextAsync();
        Assert.Equal(["now", "later"], await app.ReadAsync(Book));
    }

    [Fact]
    public async Task An_entity_signals_another_one()
    {
        await using var app = await StartAsync();
        await app.WriteAsync(Book, "a");
        await app.WriteAsync(Book, "b");
        var copy = new EntityInstanceId(nameof(Notebook), "copy");
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.CopyTo), copy.Key);
        await app.ReadAsync(Book);
        Assert.Equal(["a", "b"], await app.ReadAsync(copy));
    }

    [Fact]
    public async Task An_entity_starts_an_orchestration()
    {
        await using var app = await StartAsync();
        await app.WriteAsync(Book, "hello");
        await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.Print));
        await app.ReadAsync(Book);
        Assert.Equal("hello", (await app.EndOfAsync("print-one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Its_state_can_be_read_until_it_is_deleted()
    {
        await using var app = await StartAsync();
        Assert.Null(await app.Client.Entities.GetEntityAsync(Book));
        await app.WriteAsync(Book, "line");
        await app.ReadAsync(Book);
        var entity = await app.Client.Entities.GetEntityAsync<List<string>>(Book);
        Assert.Equal(["line"], entity!.State);
        Assert.False((await app.Client.Entities.GetEntityAsync(Book, includeState: false))!.IncludesState);

        await app.RunAsync(nameof(Orchestrators.Delete), Book);
        Assert.Null(await app.Client.Entities.GetEntityAsync(Book));
        await app.WriteAsync(Book, "new");
        Assert.Equal(["new"], await app.ReadAsync(Book));
    }

    [Fact]
    public async Task States_and_inputs_beyond_a_column_are_kept_whole()
    {
        await using var app = await StartAsync();
        var poem = new string('x', 200_000);
        await app.WriteAsync(Book, poem);
        await app.WriteAsync(Book, "end");
        Assert.Equal([poem, "end"], await app.ReadAsync(Book));
    }

    [Theory]
    [InlineData("a/b\\c#d?e%f^g")]
    [InlineData("user@example.com")]
    [InlineData("Größe 漢字")]
    [InlineData("")]
    public async Task Any_key_will_do(string key)
    {
        await using var app = await StartAsync();
        var book = new EntityInstanceId(nameof(Notebook), key);
        await app.WriteAsync(book, "line");
        Assert.Equal(["line"], await app.ReadAsync(book));
        Assert.Equal(book, (await app.Client.Entities.GetEntityAsync(book))!.Id);
    }

    [Fact]
    public async Task Entities_are_listed_by_prefix_and_in_pages()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 5; i++) await app.WriteAsync(new EntityInstanceId(nameof(Notebook), $"x{i}"), "line");
        await app.WriteAsync(new EntityInstanceId(nameof(Notebook), "y"), "line");
        await app.ReadAsync(new EntityInstanceId(nameof(Notebook), "y"));
        for (var i = 0; i < 5; i++) await app.ReadAsync(new EntityInstanceId(nameof(Notebook), $"x{i}"));

        var pages = new List<int>();
        await foreach (var page in app.Client.Entities
            .GetAllEntitiesAsync<List<string>>(new() { InstanceIdStartsWith = "Notebook@x", PageSize = 2 }).AsPages())
            pages.Add(page.Values.Count);
        Assert.Equal([2, 2, 1], pages);
    }

    [Fact]
    public async Task What_no_function_runs_is_dropped_and_others_go_on()
    {
        await using var app = await StartAsync();
        await app.Client.Entities.SignalEntityAsync(new EntityInstanceId("Nobody", "1"), "Do");
        await app.Client.Entities.SignalEntityAsync(Book, "NoSuchOperation");
        await app.WriteAsync(Book, "line");
        Assert.Equal(["line"], await app.ReadAsync(Book));
    }

    [Fact]
    public async Task A_critical_section_lets_nothing_between()
    {
        await using var app = await StartAsync();
        var pairs = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => app.RunAsync(nameof(Orchestrators.WritePair), $"{i}-")));
        Assert.All(pairs, pair => Assert.Equal(OrchestrationRuntimeStatus.Completed, pair.RuntimeStatus));
        var left = await app.ReadAsync(new EntityInstanceId(nameof(Notebook), "left"));
        Assert.Equal(left, await app.ReadAsync(new EntityInstanceId(nameof(Notebook), "right")));
        Assert.All(left.Chunk(2), pair => Assert.Equal(pair[0].Split('-')[0], pair[1].Split('-')[0]));
        Assert.Equal(8, left.Count);
    }

    private async Task<DurableApp> StartAsync(TimeProvider? clock = null) =>
        await (await DurableApp.StartAsync(azurite.ConnectionString, clock: clock)).WorkingAsync();
}
