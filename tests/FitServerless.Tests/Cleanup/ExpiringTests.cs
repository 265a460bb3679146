using Azure.Data.Tables;
using FitServerless.Accounts;
using FitServerless.Cleanup;
using FitServerless.Notifications;
using FitServerless.Quotas;
using FitServerless.Storage;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace FitServerless.Tests.Cleanup;

/// <summary>Each kind of thing in people's own partitions, from its note to its end.</summary>
[Collection(SharedStorage.Name)]
public sealed class ExpiringTests
{
    private readonly StandingClock _clock = new();
    private readonly StorageFixture _storage;
    private readonly AppTables _tables;
    private readonly ExpiryIndex _index;
    private readonly string _user = Guid.NewGuid().ToString();

    public ExpiringTests(StorageFixture storage)
    {
        _storage = storage;
        _tables = storage.Connect();
        _index = new ExpiryIndex(_tables, _clock);
    }

    [Fact]
    public async Task A_sign_in_goes_when_it_has_ended_and_one_that_was_used_since_stays()
    {
        var store = new TableRefreshTokenStore(_tables, _index);
        await store.AddAsync(Family("ends", 60), default);
        await store.AddAsync(Family("goes-on", 60), default);
        var used = (await store.FindAsync(_user, "goes-on", default))!;
        await store.TryUpdateAsync(used with { ExpiresAt = _clock.Now.AddDays(75) }, default);
        var expiring = new RefreshTokenExpiry(_tables);

        Assert.Equal(0, await PurgeAsync(expiring, 59));
        Assert.Equal(1, await PurgeAsync(expiring, 60));
        Assert.Null(await store.FindAsync(_user, "ends", default));
        Assert.NotNull(await store.FindAsync(_user, "goes-on", default));
        Assert.Equal(1, await PurgeAsync(expiring, 75));
        Assert.Empty(await RowsAsync(_tables.RefreshTokens));
    }

    [Fact]
    public async Task A_notification_goes_with_the_row_of_its_id_and_the_head_stays()
    {
        var store = new TableNotificationStore(_tables, _index);
        await AddAsync(store, "old", 90);
        await AddAsync(store, "new", 91);
        var expiring = new NotificationExpiry(_tables);

        Assert.Equal(2, await PurgeAsync(expiring, 90));
        Assert.Equal(["head", "id|new", NotificationRowKeys.Item(2)], await RowsAsync(_tables.Notifications));
        Assert.Equal(2, await PurgeAsync(expiring, 91));
        Assert.Equal(["head"], await RowsAsync(_tables.Notifications));

        await AddAsync(store, "next", 200);
        Assert.Equal(["head", "id|next", NotificationRowKeys.Item(3)], await RowsAsync(_tables.Notifications));
    }

    [Fact]
    public async Task Sixty_rows_due_of_one_user_cost_a_query_and_a_batch()
    {
        var store = new TableNotificationStore(_tables, _index);
        for (var i = 0; i < 30; i++)
            await AddAsync(store, $"n{i}", 90);
        var counter = new CountingPolicy();
        var expiring = new NotificationExpiry(_storage.Connect(counter));

        Assert.Equal(2, await counter.CountAsync(() => expiring.PurgeAsync(_user, Day(90), new CleanupTally(), default)));
    }

    [Fact]
    public async Task Counts_of_who_stays_away_go_and_later_start_at_nothing()
    {
        var store = new TableQuotaStore(_tables, _index, _clock);
        await store.TryWriteAsync(_user, "minute", new QuotaCount(1, 5, default), default);
        var expiring = new QuotaExpiry(_tables);

        Assert.Equal(0, await PurgeAsync(expiring, 1));
        Assert.Equal(1, await PurgeAsync(expiring, 2));
        Assert.Equal(QuotaCount.None, await store.FindAsync(_user, "minute", default));
    }

    /// <summary>As the job does it, for this user alone: others' tests share the tables.</summary>
    private async Task<int> PurgeAsync(IExpiring expiring, int day)
    {
        var done = new CleanupTally();
        await new ExpiryCleanup(new OnlyFor(_user, expiring), _index, NullLogger<ExpiryCleanup>.Instance).RunAsync(Day(day), done, default);
        return done.Rows;
    }

    private DateOnly Day(int number) => _clock.Today.AddDays(number);

    private RefreshFamily Family(string id, int days) => new() { AccountId = _user, Id = id, Generation = 1, ExpiresAt = _clock.Now.AddDays(days) };

    private async Task AddAsync(TableNotificationStore store, string id, int days) => Assert.Equal(
        AddOutcome.Added,
        await store.AddAsync(
            _user,
            await store.ReadHeadAsync(_user, default),
            new NewNotification(id, NotificationKind.System, "Title", "Body"),
            _clock.Now,
            _clock.Now.AddDays(days),
            default));

    private async Task<IReadOnlyList<string>> RowsAsync(TableClient table) => await table
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {_user}")).Select(row => row.RowKey).ToListAsync();

    /// <summary>Leaves the others where they are.</summary>
    private sealed class OnlyFor(string user, IExpiring expiring) : IExpiring
    {
        public string Kind => expiring.Kind;

        public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
            owner == user ? await expiring.PurgeAsync(owner, day, done, cancellationToken) : day.AddDays(1000);
    }
}
