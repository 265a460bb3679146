using System.Text.Json;
using Azure.Data.Tables;
using FitServerless.Notifications;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Notifications;

[Collection(SharedStorage.Name)]
public sealed class NotificationInboxTests
{
    private readonly StorageFixture _storage;
    private readonly FakeClock _clock = new();
    private readonly CountingPolicy _transactions = new();
    private readonly LostAnswerPolicy _answers = new();
    private readonly NotificationInbox _inbox;
    private readonly string _user = Guid.NewGuid().ToString();

    public NotificationInboxTests(StorageFixture storage)
    {
        _storage = storage;
        _inbox = Inbox.Open(storage, _clock, _transactions, _answers);
    }

    [Fact]
    public async Task A_notification_reads_back_as_it_was_put_in()
    {
        var data = JsonSerializer.SerializeToElement(new { roomId = "trainer_1_client_2", sequence = 7 });
        await _inbox.AddAsync(_user, new NewNotification("mention-7", NotificationKind.ChatMention, "Grüße 🚴", "Line\nline", data), default);

        var found = Assert.Single(await AllAsync());

        Assert.Equal(("mention-7", 1, NotificationKind.ChatMention), (found.Id, found.Sequence, found.Kind));
        Assert.Equal(("Grüße 🚴", "Line\nline", data.GetRawText()), (found.Title, found.Body, found.Data!.Value.GetRawText()));
        Assert.Equal((FakeClock.Morning, null, null), (found.CreatedAt, found.DeliveredAt, found.ReadAt));
    }

    /// <summary>After going back to a version that does not know it.</summary>
    [Fact]
    public async Task A_kind_from_a_version_to_come_does_not_hide_the_inbox()
    {
        await _inbox.AddAsync(_user, Inbox.Mention("m"), default);
        var row = new TableEntity(_user, NotificationRowKeys.Item(1)) { [nameof(Notification.Kind)] = "Telepathy" };
        await _storage.Connect().Notifications.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Merge);

        Assert.Equal(NotificationKind.System, Assert.Single(await AllAsync()).Kind);
    }

    [Fact]
    public async Task Notifications_are_counted_in_the_order_in_which_they_came()
    {
        for (var i = 0; i < 12; i++)
            await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);

        Assert.Equal(Enumerable.Range(0, 12).Select(i => ($"m{i}", i + 1L)), (await AllAsync()).Select(one => (one.Id, one.Sequence)));
        Assert.Equal([6, 7, 8], (await _inbox.ListAsync(_user, 5, 3, default)).Select(one => one.Sequence));
    }

    [Fact]
    public async Task What_comes_again_under_its_id_is_no_second_notification()
    {
        Assert.True(await _inbox.AddAsync(_user, Inbox.Mention("m"), default));
        Assert.False(await _inbox.AddAsync(_user, Inbox.Mention("m", "Another text"), default));

        Assert.Equal("Bob mentioned you", Assert.Single(await AllAsync()).Title);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_lost_answer_doubles_nothing(int losses)
    {
        await _inbox.AddAsync(_user, Inbox.Mention("before"), default);
        _answers.Losses = losses;
        await _inbox.AddAsync(_user, Inbox.Mention("m"), default);

        Assert.Equal(["before", "m"], (await AllAsync()).Select(one => one.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_process_that_died_while_it_wrote_is_made_up_for_by_the_next(int arrivals)
    {
        (_answers.Arrivals, _answers.Losses) = (arrivals, int.MaxValue);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var i = 0; i < 3; i++)
                await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);
        });

        var next = Inbox.Open(_storage, _clock);
        for (var i = 0; i < 3; i++)
            await next.AddAsync(_user, Inbox.Mention($"m{i}"), default);

        Assert.Equal([("m0", 1), ("m1", 2), ("m2", 3)], (await next.ListAsync(_user, 0, 100, default)).Select(one => (one.Id, one.Sequence)));
    }

    [Fact]
    public async Task Processes_that_write_at_once_leave_no_gap_and_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async process =>
        {
            // Real pauses: who never waits only collides again.
            var inbox = Inbox.Open(_storage, TimeProvider.System);
            for (var i = 0; i < 8; i++)
                await inbox.AddAsync(_user, Inbox.Mention($"{process}-{i}"), default);
        }));

        var all = await AllAsync();
        Assert.Equal(Enumerable.Range(1, 32).Select(i => (long)i), all.Select(one => one.Sequence));
        Assert.Equal(32, all.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_inbox_forgets_after_90_days()
    {
        await _inbox.AddAsync(_user, Inbox.Mention("old"), default);
        _clock.Now += TimeSpan.FromDays(89);
        await _inbox.AddAsync(_user, Inbox.Mention("new"), default);
        Assert.Equal(2, (await AllAsync()).Count);

        _clock.Now += TimeSpan.FromDays(1);

        Assert.Equal("new", Assert.Single(await AllAsync()).Id);
        Assert.False(await _inbox.ReadAsync(_user, "old", default));
    }

    [Fact]
    public async Task The_first_time_that_one_is_read_counts()
    {
        await _inbox.AddAsync(_user, Inbox.Mention("m"), default);
        Assert.True(await _inbox.ReadAsync(_user, "m", default));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.True(await _inbox.ReadAsync(_user, "m", default));

        Assert.Equal(FakeClock.Morning, Assert.Single(await AllAsync()).ReadAt);
    }

    [Theory]
    [InlineData("other")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("\ud800")]
    public async Task What_is_not_there_cannot_be_read(string id)
    {
        await _inbox.AddAsync(_user, Inbox.Mention("m"), default);
        Assert.False(await _inbox.ReadAsync(_user, id, default));
        Assert.False(await _inbox.ReadAsync("another user", "m", default));
    }

    [Fact]
    public async Task All_up_to_the_last_one_seen_are_read_at_once()
    {
        for (var i = 1; i <= 130; i++)
            await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);

        var cost = await _transactions.CountAsync(() => _inbox.ReadAllAsync(_user, 125, default));

        Assert.Equal(Enumerable.Range(126, 5).Select(i => (long)i), (await AllAsync()).Where(one => one.ReadAt is null).Select(one => one.Sequence));
        Assert.Equal(3, cost);
    }

    [Fact]
    public async Task What_is_not_read_is_counted_in_one_transaction_and_what_has_expired_is_not()
    {
        await _inbox.AddAsync(_user, Inbox.Mention("old"), default);
        _clock.Now += TimeSpan.FromDays(90);
        for (var i = 1; i <= 3; i++)
            await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);
        await _inbox.ReadAsync(_user, "m2", default);

        Assert.Equal(1, await _transactions.CountAsync(async () => Assert.Equal(2, await _inbox.CountUnreadAsync(_user, default))));
        Assert.Equal(0, await _inbox.CountUnreadAsync("another user", default));
    }

    [Fact]
    public async Task The_first_delivery_counts_and_marks_that_stretch_only()
    {
        for (var i = 1; i <= 5; i++)
            await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);
        await _inbox.DeliveredAsync(_user, 1, 3, FakeClock.Morning, default);
        await _inbox.DeliveredAsync(_user, 1, 4, FakeClock.Morning.AddHours(1), default);

        DateTimeOffset?[] expected = [null, FakeClock.Morning, FakeClock.Morning, FakeClock.Morning.AddHours(1), null];
        Assert.Equal(expected, (await AllAsync()).Select(one => one.DeliveredAt));
    }

    [Fact]
    public async Task Marks_pass_over_what_is_gone()
    {
        for (var i = 1; i <= 3; i++)
            await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);
        var tables = _storage.Connect();
        await tables.Notifications.DeleteEntityAsync(_user, NotificationRowKeys.Item(2));

        await new TableNotificationStore(tables, _storage.Expiry).MarkAsync(_user, [1, 2, 3], NotificationMark.Read, FakeClock.Morning, default);

        Assert.Equal([1, 3], (await AllAsync()).Where(one => one.ReadAt is not null).Select(one => one.Sequence));
    }

    [Fact]
    public async Task Operations_keep_to_their_transactions()
    {
        Assert.Equal(2, await _transactions.CountAsync(() => _inbox.AddAsync(_user, Inbox.Mention("m"), default)));
        Assert.Equal(2, await _transactions.CountAsync(() => _inbox.AddAsync(_user, Inbox.Mention("m"), default)));
        Assert.Equal(1, await _transactions.CountAsync(() => _inbox.ListAsync(_user, 0, 100, default)));
        Assert.Equal(1, await _transactions.CountAsync(() => _inbox.StartAsync(_user, null, default)));
        Assert.Equal(3, await _transactions.CountAsync(() => _inbox.ReadAsync(_user, "m", default)));
        Assert.Equal(2, await _transactions.CountAsync(() => _inbox.ReadAsync(_user, "m", default)));
    }

    [Fact]
    public async Task Text_that_is_too_long_is_cut_off_between_characters()
    {
        var title = new string('a', 199) + "🚴";
        await _inbox.AddAsync(_user, Inbox.Mention("m", title) with { Body = new string('b', 5000) }, default);

        var found = Assert.Single(await AllAsync());

        Assert.Equal((199, 4000), (found.Title.Length, found.Body.Length));
    }

    [Fact]
    public async Task Data_that_is_too_long_and_ids_that_are_none_are_mistakes()
    {
        var data = JsonSerializer.SerializeToElement(new string('x', 17_000));
        await Assert.ThrowsAsync<ArgumentException>(() => _inbox.AddAsync(_user, Inbox.Mention("m") with { Data = data }, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _inbox.AddAsync(_user, Inbox.Mention("a/b"), default));
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_listener_starts_at_the_end_or_behind_what_it_has_seen()
    {
        for (var i = 1; i <= 3; i++)
            await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);

        Assert.Equal(3, await _inbox.StartAsync(_user, null, default));
        Assert.Equal(2, await _inbox.StartAsync(_user, 2, default));
        Assert.Equal(0, await _inbox.StartAsync(_user, 99, default));
        Assert.Equal(0, await _inbox.StartAsync("another user", null, default));
    }

    private Task<IReadOnlyList<Notification>> AllAsync() => _inbox.ListAsync(_user, 0, 1000, default);
}
