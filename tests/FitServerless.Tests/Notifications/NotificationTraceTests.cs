using FitServerless.Cleanup;
using FitServerless.Notifications;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Notifications;

/// <summary>What inboxes say of others can be found and taken back.</summary>
[Collection(SharedStorage.Name)]
public sealed class NotificationTraceTests(StorageFixture storage)
{
    private readonly FakeClock _clock = new();
    private readonly string _ada = Guid.NewGuid().ToString(), _bo = Guid.NewGuid().ToString();

    [Fact]
    public async Task Who_is_forgotten_is_named_in_no_inbox_and_the_sequence_has_no_gap()
    {
        await AddAsync(_bo, "one", about: _ada);
        await AddAsync(_bo, "two", about: Guid.NewGuid().ToString());

        await Data().EraseAsync(_ada, default);
        await Data().EraseAsync(_ada, default);

        Assert.Equal(
            [(1, NotificationTraces.Forgotten, ""), (2, "Ada mentioned you", "Hello")],
            (await Inbox.Open(storage, _clock).ListAsync(_bo, 0, 10, default)).Select(one => (one.Sequence, one.Title, one.Body)));
    }

    [Fact]
    public async Task Whose_inbox_is_gone_is_named_in_nobodys_traces()
    {
        await AddAsync(_bo, "one", about: _ada);

        await Data().EraseAsync(_bo, default);

        Assert.Empty(await RowsOfAsync(_ada));
    }

    [Fact]
    public async Task A_trace_goes_when_what_it_leads_to_has_expired()
    {
        await AddAsync(_bo, "one", about: _ada);
        var expiry = new NotificationTraceExpiry(storage.Connect());
        var expires = DateOnly.FromDateTime(_clock.Now.UtcDateTime).AddDays(new NotificationOptions().RetentionDays + 1);

        Assert.Equal(expires, await expiry.PurgeAsync(_ada, expires.AddDays(-1), new CleanupTally(), default));
        Assert.Null(await expiry.PurgeAsync(_ada, expires, new CleanupTally(), default));

        Assert.Empty(await RowsOfAsync(_ada));
    }

    private Task<bool> AddAsync(string userId, string id, string about) => Inbox.Open(storage, _clock).AddAsync(
        userId, new NewNotification(id, NotificationKind.ChatMention, "Ada mentioned you", "Hello", null, about), default);

    private NotificationPersonalData Data() => new(storage.Connect(), new NotificationTraces(storage.Connect(), storage.Expiry));

    private async Task<IReadOnlyList<string>> RowsOfAsync(string userId) => await storage.Connect().Notifications
        .QueryAsync<Azure.Data.Tables.TableEntity>(Azure.Data.Tables.TableClient.CreateQueryFilter($"PartitionKey eq {userId}"))
        .Select(row => row.RowKey).ToListAsync();
}
