using FitServerless.Analytics;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;

namespace FitServerless.Tests.Analytics;

/// <summary>What a store of events promises, on Azurite.</summary>
[Collection(SharedStorage.Name)]
public sealed class EventStoreTests(StorageFixture storage)
{
    private readonly EventWorld _world = new(storage);

    [Fact]
    public void Questions_get_what_adding_up_by_hand_gives_and_a_repeat_changes_nothing() => Law.Holds(
        (from id in Gen.Choose(0, 40)
         from type in Gen.Elements("ride", "run", "sync.duration_ms")
         from hours in Gen.Choose(-9 * 24, 3 * 24)
         from value in Gen.Choose(-1000, 1000)
         from isValued in Gen.Elements(true, false)
         select new RecordedEvent($"e{id}", type, FakeClock.Morning.AddHours(hours), null, isValued ? value : null, null)).ListOf(),
        events => HoldsAsync([.. events]).GetAwaiter().GetResult(),
        12);

    [Fact]
    public async Task An_event_goes_whole_into_the_export()
    {
        var (client, trainer) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var one = new RecordedEvent("e", "ride", FakeClock.Morning, trainer, 2.5, """{"a":"Grüße"}""");

        await _world.Store.WriteAsync(client, [one], default);

        Assert.Equal([one], await _world.Store.ExportAsync(client, default).ToListAsync());
    }

    [Fact]
    public async Task A_trainers_events_are_found_by_trainer_and_by_type_of_all()
    {
        var (client, trainer, type) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), $"t{Guid.NewGuid():N}");
        await _world.Store.WriteAsync(client, [new RecordedEvent("e", type, FakeClock.Morning, trainer, 3, null)], default);

        var expected = new EventPoint(client, type, FakeClock.Morning, 3);
        Assert.Equal([expected], await ReadAsync(new EventScope.Trainer(trainer), null));
        Assert.Equal([expected], await ReadAsync(new EventScope.All(), type));
        Assert.Equal([], await ReadAsync(new EventScope.Trainer(trainer), "other"));
    }

    [Fact]
    public async Task Who_is_forgotten_is_counted_nowhere_and_others_events_go_on_without_the_name()
    {
        var (ada, bo, type) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), $"t{Guid.NewGuid():N}");
        await _world.Store.WriteAsync(ada, [new RecordedEvent("e", type, FakeClock.Morning, bo, 1, null)], default);
        await _world.Store.WriteAsync(bo, [new RecordedEvent("e", type, FakeClock.Morning, ada, 2, null)], default);

        await _world.Store.EraseAsync(ada, default);
        await _world.Store.EraseAsync(ada, default);

        Assert.Equal([], await ReadAsync(new EventScope.Trainer(bo), null));
        Assert.Equal([2.0], (await ReadAsync(new EventScope.All(), type)).Select(point => point.Value!.Value));
        Assert.Null(Assert.Single(await _world.Store.ExportAsync(bo, default).ToListAsync()).TrainerId);
    }

    private async Task<bool> HoldsAsync(IReadOnlyList<RecordedEvent> events)
    {
        var client = await _world.AddPersonAsync();
        // What has the same id and type on a day is one event, the last.
        var kept = events.GroupBy(one => (one.Id, one.Type, one.At.Date)).Select(same => same.Last()).ToList();
        foreach (var batch in events.Chunk(EventRules.MaxEvents).Concat(kept.Chunk(EventRules.MaxEvents)))
            await _world.Store.WriteAsync(client.Id, batch, default);
        var isRight = true;
        foreach (var type in new[] { null, "ride", "run" })
        {
            var values = kept.Where(one => type is null || one.Type == type).ToList();
            var tally = await _world.CountAsync(client, type);
            var numbers = values.Where(one => one.Value is not null).Select(one => one.Value!.Value).ToList();
            isRight &= tally.Count == values.Count && tally.Valued == numbers.Count && tally.Sum.Equals(numbers.Sum())
                && tally.Average == (numbers.Count == 0 ? null : numbers.Average())
                && tally.Min == (numbers.Count == 0 ? null : numbers.Min()) && tally.Max == (numbers.Count == 0 ? null : numbers.Max());
        }

        return isRight;
    }

    private async Task<IReadOnlyList<EventPoint>> ReadAsync(EventScope scope, string? type) =>
        await _world.Store.ReadAsync(scope, _world.Around(type), default).ToListAsync();
}
