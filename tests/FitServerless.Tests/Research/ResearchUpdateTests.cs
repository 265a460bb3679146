using FitServerless.Research;
using FitServerless.Tests.Coach.Model;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Research;

/// <summary>The weekly update on Azurite, with a server that behaves as PubMed does. Each test has a container of its own.</summary>
[Collection(SharedStorage.Name)]
public sealed class ResearchUpdateTests(StorageFixture storage) : IAsyncLifetime
{
    private const string OnHrv = "Heart rate variability and training load in athletes";
    private const string OnStrength = "Resistance training for endurance athletes";

    private readonly PatientClock _clock = new();
    private readonly string _prefix = $"r{Guid.NewGuid():N}"[..12];
    private FakePubMed _server = null!;

    public async Task InitializeAsync() => _server = await FakePubMed.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_relevant_is_kept_and_a_second_run_changes_nothing()
    {
        _server.With("HRV", FakePubMed.Article("1", OnHrv), FakePubMed.Article("2", "Heart rate variability in rats"))
            .With("strength training", FakePubMed.Article("3", OnStrength, "2026/11/10"));
        var services = Services();
        for (var run = 0; run < 2; run++)
        {
            await services.GetRequiredService<ResearchUpdate>().RunAsync(default);
            Assert.Equal(["3", "1"], await KeptAsync(services));
        }
    }

    [Fact]
    public async Task A_topic_without_an_answer_keeps_what_it_has_and_the_run_says_so()
    {
        _server.With("HRV", FakePubMed.Article("1", OnHrv)).With("strength training", FakePubMed.Article("3", OnStrength));
        var services = Services();
        await services.GetRequiredService<ResearchUpdate>().RunAsync(default);

        _server.Fails = "HRV";
        _server.With("strength training", FakePubMed.Article("4", OnStrength));
        var incomplete = await Assert.ThrowsAsync<ResearchIncompleteException>(() => services.GetRequiredService<ResearchUpdate>().RunAsync(default));

        Assert.Equal(["hrv"], incomplete.Topics);
        Assert.Equal(["1", "3", "4"], (await KeptAsync(services)).Order());
    }

    [Fact]
    public async Task Runs_that_meet_lose_nothing_of_each_other()
    {
        var others = Services();
        _server.With("HRV", FakePubMed.Article("1", OnHrv));
        await others.GetRequiredService<ResearchUpdate>().RunAsync(default);
        var store = others.GetRequiredService<StudyStore>();
        var before = await store.ReadAsync(default);
        _server.With("HRV", FakePubMed.Article("2", OnHrv));
        await others.GetRequiredService<ResearchUpdate>().RunAsync(default);

        Assert.False(await store.TryWriteAsync([], before.Version, default));
        Assert.False(await store.TryWriteAsync([], null, default));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Services().GetRequiredService<ResearchUpdate>().RunAsync(default)));

        Assert.Equal(["1", "2"], await KeptAsync(Services()));
    }

    [Fact]
    public async Task Readers_read_once_an_hour()
    {
        var counter = new CountingPolicy();
        _server.With("HRV", FakePubMed.Article("1", OnHrv));
        await Services().GetRequiredService<ResearchUpdate>().RunAsync(default);
        var shelf = Services(counter).GetRequiredService<StudyShelf>();

        Assert.Equal(1, await counter.CountAsync(async () =>
        {
            for (var time = 0; time < 3; time++)
                Assert.Single(await shelf.ListAsync("hrv", 20, default));
        }));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(1, await counter.CountAsync(() => shelf.ListAsync("spo2", 20, default)));
    }

    [Fact]
    public async Task Topics_take_turns_week_by_week()
    {
        _server.With("HRV", FakePubMed.Article("1", OnHrv)).With("strength training", FakePubMed.Article("3", OnStrength));
        var services = Services();
        var shelf = services.GetRequiredService<StudyShelf>();
        Assert.Null(await shelf.OfWeekAsync(new DateOnly(2026, 11, 1), default));

        await services.GetRequiredService<ResearchUpdate>().RunAsync(default);

        var sundays = new List<string>();
        for (var week = 0; week < 4; week++)
            sundays.Add((await shelf.OfWeekAsync(new DateOnly(2026, 11, 1).AddDays(7 * week), default))!.Id);
        Assert.Equal(["1", "3"], sundays.Distinct().Order());
        Assert.Equal(sundays[..2], sundays[2..]);
        Assert.NotEqual(sundays[0], sundays[1]);
    }

    [Fact]
    public async Task Without_an_endpoint_nobody_is_asked()
    {
        var services = Services(endpoint: "");
        await services.GetRequiredService<ResearchUpdate>().RunAsync(default);
        Assert.Empty(_server.Requests);
        Assert.Empty(await KeptAsync(services));
    }

    private static async Task<IEnumerable<string>> KeptAsync(IServiceProvider services) =>
        (await services.GetRequiredService<StudyStore>().ReadAsync(default)).Studies.Select(study => study.Id);

    private IServiceProvider Services(CountingPolicy? counter = null, string? endpoint = null) => storage.Provide(
        [("Research:Endpoint", endpoint ?? _server.Endpoint), ("Storage:TablePrefix", _prefix)],
        services => services.AddLogging().AddResearch().AddSingleton<TimeProvider>(_clock),
        counter ?? new CountingPolicy());
}
