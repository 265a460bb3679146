using FitServerless.Quotas;
using FitServerless.Storage;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Quotas;

[Collection(SharedStorage.Name)]
public sealed class TableQuotaStoreTests(StorageFixture storage)
{
    private static readonly QuotaPolicy Hundred = new("minute", 100, TimeSpan.FromMinutes(1));

    private readonly string _user = Guid.NewGuid().ToString();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_count_reads_back()
    {
        var store = Store(storage.Connect());
        Assert.Equal(QuotaCount.None, await store.FindAsync(_user, "day", default));
        var written = await store.TryWriteAsync(_user, "day", new QuotaCount(7, 3, default), default);
        Assert.Equal(written, await store.FindAsync(_user, "day", default));
        var more = await store.TryWriteAsync(_user, "day", written! with { Used = 4 }, default);
        Assert.Equal(4, (await store.FindAsync(_user, "day", default)).Used);
        Assert.NotEqual(written!.ETag, more!.ETag);
    }

    [Fact]
    public async Task Of_two_writers_one_succeeds()
    {
        var store = Store(storage.Connect());
        var first = await store.TryWriteAsync(_user, "day", new QuotaCount(7, 3, default), default);
        Assert.Null(await store.TryWriteAsync(_user, "day", new QuotaCount(7, 9, default), default));
        Assert.NotNull(await store.TryWriteAsync(_user, "day", first! with { Used = 4 }, default));
        Assert.Null(await store.TryWriteAsync(_user, "day", first with { Used = 5 }, default));
    }

    [Fact]
    public async Task Two_hundred_at_once_over_two_hosts_pass_exactly_a_hundred()
    {
        QuotaService[] hosts = [Host(), Host()];
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => hosts[i % 2].TakeAsync(_user, Hundred, default)));
        Assert.Equal(100, verdicts.Count(verdict => verdict.IsAllowed));
    }

    [Fact]
    public async Task A_hundred_requests_cost_about_twenty_transactions_and_refusals_none()
    {
        var counter = new CountingPolicy();
        var host = new QuotaService(Store(storage.Connect(counter)), _clock);
        var inFirstHalf = await counter.CountAsync(() => TakeAsync(host, 50));
        var inSecondHalf = await counter.CountAsync(() => TakeAsync(host, 50));
        Assert.InRange(inFirstHalf, 1, 5);
        Assert.InRange(inSecondHalf, 1, 17);
        Assert.Equal(0, await counter.CountAsync(() => TakeAsync(host, 50)));
    }

    [Fact]
    public async Task A_lost_answer_counts_too_much_and_never_too_little()
    {
        var answers = new LostAnswerPolicy { Losses = 1 };
        var host = new QuotaService(Store(storage.Connect(answers)), _clock);
        var passed = 0;
        for (var i = 0; i < 150; i++)
            passed += (await host.TakeAsync(_user, Hundred, default)).IsAllowed ? 1 : 0;
        // The block whose answer was lost is a fifth.
        Assert.Equal(80, passed);
    }

    private TableQuotaStore Store(AppTables tables) => new(tables, storage.Expiry, _clock);

    private QuotaService Host() => new(Store(storage.Connect()), _clock);

    private async Task TakeAsync(QuotaService host, int times)
    {
        for (var i = 0; i < times; i++)
            await host.TakeAsync(_user, Hundred, default);
    }
}
