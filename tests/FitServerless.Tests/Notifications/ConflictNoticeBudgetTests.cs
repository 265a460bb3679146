using FitServerless.Notifications;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Notifications;

/// <summary>What it costs to tell of edits that lost, and not to have to.</summary>
[Collection(SharedStorage.Name)]
public sealed class ConflictNoticeBudgetTests
{
    private readonly string _userId = Guid.NewGuid().ToString();
    private readonly CountingPolicy _transactions = new();
    private readonly NotificationInbox _inbox;
    private readonly DocumentWriter _writer;

    public ConflictNoticeBudgetTests(StorageFixture storage)
    {
        var clock = new FakeClock();
        var store = new TableSyncStore(storage.Connect(_transactions), clock, Options.Create(new SyncOptions()));
        _inbox = Inbox.Open(storage, clock, _transactions);
        _writer = new DocumentWriter(store, clock, conflicts: new ConflictNotices(_inbox));
    }

    [Fact]
    public async Task Where_nothing_is_lost_a_change_still_takes_two()
    {
        await PushAsync(Edits.Create(1));

        Assert.InRange(await _transactions.CountAsync(() => PushAsync(Edits.Update(2, """{"title":"Later"}"""))), 1, 2);
        Assert.Empty(await _inbox.ListAsync(_userId, 0, 10, default));
    }

    [Fact]
    public async Task A_loss_takes_two_more_and_its_repeat_tells_nothing_new()
    {
        await PushAsync(Edits.Create(1));
        await PushAsync(Edits.Update(3, """{"title":"Later"}"""));
        var late = Edits.Update(2, """{"title":"Earlier"}""");

        // The document, its history, the batch; and the notification's two.
        Assert.InRange(await _transactions.CountAsync(() => PushAsync(late)), 1, 5);
        await PushAsync(late);

        Assert.Equal(NotificationKind.Sync, Assert.Single(await _inbox.ListAsync(_userId, 0, 10, default)).Kind);
    }

    private Task<PushResult> PushAsync(DocumentChange change) => _writer.WriteAsync(_userId, [change], null, default);
}
