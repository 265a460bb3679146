using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using FitServerless.Functions.Notifications;
using FitServerless.Notifications;
using FitServerless.Tests.Durable;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Logging.Abstractions;

namespace FitServerless.Tests.Notifications;

[Collection(SharedStorage.Name)]
public sealed class NotificationHubTests
{
    private readonly FakeClock _clock = new();
    private readonly CountingPolicy _transactions = new();
    private readonly Outage _outage = new();
    private readonly NotificationInbox _inbox;
    private readonly EntityDouble _hub;
    private readonly string _user = Guid.NewGuid().ToString();

    public NotificationHubTests(StorageFixture storage)
    {
        _inbox = Inbox.Open(storage, _clock, _transactions, _outage);
        _hub = new EntityDouble(NotificationHub.Of(_user), () => new NotificationHub(_inbox, _clock, NullLogger<NotificationHub>.Instance));
    }

    [Fact]
    public async Task A_notification_that_is_pushed_twice_is_in_the_inbox_once()
    {
        await _hub.RunAsync(nameof(NotificationHub.Push), Inbox.Mention("m"));
        await _hub.RunAsync(nameof(NotificationHub.Push), Inbox.Mention("m"));

        Assert.Equal("m", Assert.Single(await AllAsync()).Id);
    }

    [Fact]
    public async Task What_one_device_got_is_not_noted_again_for_the_next()
    {
        await AddAsync(3);
        await _hub.RunAsync(nameof(NotificationHub.Delivered), new DeliveredStretch(0, 3, FakeClock.Morning));

        var again = new DeliveredStretch(0, 3, FakeClock.Morning.AddHours(1));
        var cost = await _transactions.CountAsync(() => _hub.RunAsync(nameof(NotificationHub.Delivered), again));

        Assert.Equal(0, cost);
        Assert.All(await AllAsync(), one => Assert.Equal(FakeClock.Morning, one.DeliveredAt));
        Assert.Equal(3, _hub.State<NotificationHubState>()!.DeliveredTo);
    }

    [Fact]
    public async Task A_device_that_starts_at_the_end_delivers_nothing_of_what_was_before()
    {
        await AddAsync(3);
        await _hub.RunAsync(nameof(NotificationHub.Delivered), new DeliveredStretch(2, 3, FakeClock.Morning));
        await _hub.RunAsync(nameof(NotificationHub.Delivered), new DeliveredStretch(0, 1, FakeClock.Morning));

        Assert.Equal([1, 3], (await AllAsync()).Where(one => one.DeliveredAt is not null).Select(one => one.Sequence));
        Assert.Equal(1, _hub.State<NotificationHubState>()!.DeliveredTo);

        await _hub.RunAsync(nameof(NotificationHub.Delivered), new DeliveredStretch(0, 3, FakeClock.Morning.AddHours(1)));
        Assert.Equal([0, 1, 0], (await AllAsync()).Select(one => (one.DeliveredAt - FakeClock.Morning)!.Value.Hours));
    }

    [Fact]
    public async Task While_storage_is_away_the_signal_is_sent_again_and_nothing_is_lost()
    {
        _outage.IsOn = true;
        await _hub.RunAsync(nameof(NotificationHub.Push), Inbox.Mention("m"));
        var (target, operation, input, at) = Assert.Single(_hub.Signals);
        Assert.Equal(NotificationHub.Of(_user), target);
        Assert.Equal(FakeClock.Morning.AddSeconds(30), at);

        _outage.IsOn = false;
        await _hub.RunAsync(operation, input!);

        Assert.Equal("m", Assert.Single(await AllAsync()).Id);
    }

    private async Task AddAsync(int count)
    {
        for (var i = 1; i <= count; i++)
            await _inbox.AddAsync(_user, Inbox.Mention($"m{i}"), default);
    }

    private Task<IReadOnlyList<Notification>> AllAsync() => _inbox.ListAsync(_user, 0, 1000, default);

    private sealed class Outage : HttpPipelineSynchronousPolicy
    {
        public bool IsOn { get; set; }

        public override void OnSendingRequest(HttpMessage message)
        {
            if (IsOn)
                throw new RequestFailedException(503, "The server is busy");
        }
    }
}
