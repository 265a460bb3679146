using FitServerless.Accounts;
using FitServerless.Stats;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts;
using FitServerless.Workouts;

namespace FitServerless.Tests.Stats;

[Collection(SharedStorage.Name)]
public sealed class StatsServiceTests
{
    private static readonly StatsRange All = new(null, null);

    private readonly CountingPolicy _transactions = new();
    private readonly FakeClock _clock = new();
    private readonly App _app;
    private readonly StatsService _stats;

    public StatsServiceTests(StorageFixture storage)
    {
        _app = new App(storage, _clock, _transactions);
        _stats = new StatsService(_app.Store, new TableAccountStore(storage.Connect(_transactions)), _clock);
    }

    [Fact]
    public async Task Five_hundred_workouts_take_three_transactions_and_nothing_new_takes_one()
    {
        await PushAsync(500);
        StatsRead? read = null;
        Assert.Equal(3, await _transactions.CountAsync(async () => read = await ReadAsync(null)));
        Assert.Equal(500, Assert.IsType<StatsRead.Found>(read).Stats.Totals.Count);

        Assert.Equal(1, await _transactions.CountAsync(async () => Assert.IsType<StatsRead.NotModified>(await ReadAsync(read!.Tag))));
    }

    [Fact]
    public async Task More_than_a_page_takes_one_more_for_each_thousand()
    {
        await PushAsync(1_001);
        Assert.Equal(4, await _transactions.CountAsync(async () => Assert.Equal(1_001, Assert.IsType<StatsRead.Found>(await ReadAsync(null)).Stats.Totals.Count)));
    }

    [Fact]
    public async Task What_is_written_and_the_end_of_the_day_make_them_new()
    {
        await PushAsync(1);
        var tag = (await ReadAsync(null)).Tag;
        Assert.Equal(new DateTimeOffset(2025, 3, 2, 0, 0, 0, TimeSpan.Zero), tag.Until);
        await PushAsync(2);
        var newer = Assert.IsType<StatsRead.Found>(await ReadAsync(tag));
        Assert.Equal(2, newer.Stats.Totals.Count);

        _clock.Now = tag.Until.AddTicks(-1);
        Assert.IsType<StatsRead.NotModified>(await ReadAsync(newer.Tag));
        _clock.Now = tag.Until;
        Assert.IsType<StatsRead.Found>(await ReadAsync(newer.Tag));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1-5")]
    [InlineData("2-5-5")]
    [InlineData("1--5-5")]
    [InlineData("1-5-99999999999999999")]
    [InlineData("1-99999999999999999999-5")]
    public void A_tag_that_is_not_ours_is_none(string tag) => Assert.Null(StatsTag.Parse(tag));

    private Task<StatsRead> ReadAsync(StatsTag? known) =>
        _stats.ReadAsync(_app.UserId, All, known is { } tag ? StatsTag.Parse(tag.ToString()) : null, default);

    private Task PushAsync(int count) => _app.PushAsync([.. Enumerable.Range(0, count).Select(i =>
        (DocumentChange)new WorkoutChange(Edits.Ride($"Ride {i}"), $"{i}", Edits.At(1)) { Intent = WorkoutIntent.Create })]);
}
