using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Analytics;
using FitServerless.Cleanup;
using FitServerless.Grants;
using FitServerless.Privacy;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Analytics;

[Collection(SharedStorage.Name)]
public sealed class EventServiceTests(StorageFixture storage)
{
    private readonly EventWorld _world = new(storage);

    [Fact]
    public async Task Nothing_is_kept_of_who_does_not_want_to_be_counted()
    {
        var person = await _world.AddPersonAsync("""{"privacy":{"analytics":false}}""");

        Assert.IsType<EventOutcome.OptedOut>(await _world.RecordAsync(person, _world.One("e")));

        Assert.Empty(await _world.Store.ExportAsync(person.Id, default).ToListAsync());
    }

    [Fact]
    public async Task What_was_counted_goes_with_a_cleanup_once_the_person_does_not_want_it_and_clients_keep_theirs()
    {
        var (person, client) = (await _world.AddPersonAsync(), await _world.AddPersonAsync());
        await _world.RecordAsync(person, _world.One("e", trainerId: client.Id), _world.One("f", "run"));
        await _world.RecordAsync(client, _world.One("g", trainerId: person.Id));
        await SetAsync(person, false);
        Assert.Equal(2, (await _world.CountAsync(person)).Count);

        await CleanAsync(days: 2);

        Assert.Equal(0, (await _world.CountAsync(person)).Count);
        Assert.Equal(1, (await _world.CountAsync(client)).Count);
        var left = _world.Store.ReadAsync(new EventScope.Trainer(client.Id), _world.Around(), default);
        Assert.Empty(await left.ToListAsync());
    }

    [Fact]
    public async Task Who_has_changed_their_mind_before_the_cleanup_keeps_it()
    {
        var person = await _world.AddPersonAsync();
        await _world.RecordAsync(person, _world.One("e"));
        await SetAsync(person, false);
        await SetAsync(person, true);

        await CleanAsync(days: 2);

        Assert.Equal(1, (await _world.CountAsync(person)).Count);
    }

    [Theory]
    [InlineData("TrackUserBehavior", "sync.duration_ms")]
    [InlineData("TrackPerformanceMetrics", "ride")]
    public async Task What_the_operator_does_not_want_is_taken_and_not_kept(string setting, string kept)
    {
        var world = new EventWorld(storage, ($"Analytics:{setting}", "false"));
        var person = await world.AddPersonAsync();

        Assert.Equal(new EventOutcome.Recorded(1), await world.RecordAsync(person, world.One("e", "ride"), world.One("f", "sync.duration_ms", 12)));

        Assert.Equal(1, (await world.CountAsync(person, kept)).Count);
        Assert.Equal(1, (await world.CountAsync(person)).Count);
    }

    [Fact]
    public async Task One_bad_event_keeps_out_the_batch()
    {
        var person = await _world.AddPersonAsync();

        Assert.IsType<EventOutcome.Invalid>(await _world.RecordAsync(person, _world.One("e"), _world.One("f", "no type")));

        Assert.Equal(0, (await _world.CountAsync(person)).Count);
    }

    [Fact]
    public async Task A_hundred_and_twenty_batches_an_hour_are_taken()
    {
        var person = await _world.AddPersonAsync();
        for (var i = 0; i < 120; i++)
            Assert.IsType<EventOutcome.Recorded>(await _world.RecordAsync(person, _world.One("e")));

        Assert.IsType<EventOutcome.TooMany>(await _world.RecordAsync(person, _world.One("e")));
        _world.Clock.Now = _world.Clock.Now.AddHours(1);
        Assert.IsType<EventOutcome.Recorded>(await _world.RecordAsync(person, _world.One("e")));
    }

    [Fact]
    public async Task A_hundred_events_of_a_day_and_type_cost_three_transactions_and_a_question_one_for_each_day()
    {
        var counter = new CountingPolicy();
        var world = new EventWorld(storage, counter);
        var person = await world.AddPersonAsync();
        var events = Enumerable.Range(0, 100).Select(i => world.One($"e{i}", "ride", i)).ToArray();
        await world.RecordAsync(person, events);

        Assert.Equal(3, await counter.CountAsync(() => world.RecordAsync(person, events)));

        var day = new EventFilter(world.Clock.Now.AddHours(-1), world.Clock.Now.AddHours(1), null);
        Assert.Equal(1, await counter.CountAsync(() => world.Get<EventSummaries>().OfClientAsync(person.Id, day, default)));
    }

    [Fact]
    public async Task A_trainer_learns_of_clients_with_a_grant_and_they_see_it()
    {
        var (granting, silent, trainer) = (await _world.AddPersonAsync(), await _world.AddPersonAsync(), await _world.AddPersonAsync());
        foreach (var client in new[] { granting, silent })
            await _world.RecordAsync(client, _world.One("e", "ride", 5, trainer.Id), _world.One("f", "ride", 5));
        await _world.Get<IGrantStore>().PutAsync(
            new Grant { ClientId = granting.Id, TrainerKey = trainer.Id, Scopes = [GrantScopes.Read] }, default);

        var summary = EventWorld.Found(await _world.Get<EventSummaries>().OfTrainerAsync(trainer, _world.Around(), default));

        Assert.Equal((1, 5), (summary.Total.Count, summary.Total.Sum));
        Assert.Single((await _world.Get<AuditLog>().ListAsync(granting.Id, null, 10, default)).Entries, entry => entry.Action == AuditActions.GrantUsed);
        Assert.Empty((await _world.Get<AuditLog>().ListAsync(silent.Id, null, 10, default)).Entries);
    }

    [Fact]
    public async Task Everybodys_are_for_admins_and_of_one_type()
    {
        var (person, type) = (await _world.AddPersonAsync(), $"t{Guid.NewGuid():N}");
        await _world.RecordAsync(person, _world.One("e", type, 7));
        var (summaries, admin) = (_world.Get<EventSummaries>(), await _world.AddAdminAsync());

        Assert.IsType<EventSummaryOutcome.Forbidden>(await summaries.OfAllAsync(person, _world.Around(type), default));
        var pretender = person with { Roles = [Roles.Admin] };
        Assert.IsType<EventSummaryOutcome.Forbidden>(await summaries.OfAllAsync(pretender, _world.Around(type), default));
        Assert.IsType<EventSummaryOutcome.Invalid>(await summaries.OfAllAsync(admin, _world.Around(), default));
        Assert.Equal(7, EventWorld.Found(await summaries.OfAllAsync(admin, _world.Around(type), default)).Total.Sum);
        var trail = (await _world.Get<AuditLog>().ListAsync(admin.Id, null, 10, default)).Entries;
        Assert.Equal($"events of everybody summed up: {type}", Assert.Single(trail, entry => entry.Action == AuditActions.AdminAction).Details);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(93)]
    public async Task A_question_is_for_a_time_of_at_most_92_days(int days)
    {
        var filter = new EventFilter(_world.Clock.Now, _world.Clock.Now.AddDays(days), null);

        Assert.IsType<EventSummaryOutcome.Invalid>(await _world.Get<EventSummaries>().OfClientAsync(Guid.NewGuid().ToString(), filter, default));
    }

    private async Task SetAsync(Caller person, bool isCounted)
    {
        using var json = JsonDocument.Parse($$$"""{"privacy":{"analytics":{{{(isCounted ? "true" : "false")}}}}}""");
        var outcome = await _world.Get<ProfileService>().UpdateAsync(person.Id, new ProfilePatch { Settings = json.RootElement.Clone() }, null, default);
        Assert.IsType<ProfileOutcome.Updated>(outcome);
    }

    private async Task CleanAsync(int days)
    {
        _world.Clock.Now = _world.Clock.Now.AddDays(days);
        // Not the whole job: it does each once a day, and the storage is that of other tests, too.
        var cleanup = _world.Get<IEnumerable<ICleanup>>().Single(one => one.Name == "eventOptOuts");
        await cleanup.RunAsync(DateOnly.FromDateTime(_world.Clock.Now.UtcDateTime).AddDays(-1), new CleanupTally(), default);
    }
}
