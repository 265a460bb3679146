using FitServerless.Chat;
using FitServerless.Chat.Live;
using FitServerless.Live;
using FitServerless.Tests.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Chat;

/// <summary>What a listener hears, on a clock that a test moves.</summary>
public sealed class RoomListeningTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly CancellationTokenSource _left = new();
    private readonly FaultyRoomStore _store = new(new MemoryRoomStore());
    private readonly RoomListening _listening;
    private readonly RoomWriter _writer;
    private readonly List<IRoomObserver> _observers;
    private IAsyncEnumerator<(RoomEvent Event, RoomCursor Cursor)>? _heard;

    public RoomListeningTests()
    {
        var cache = new RoomCache(Options.Create(new ChatOptions()), _clock);
        var feeds = new LiveFeeds<RoomSnapshot>(
            new RoomSource(_store, cache), Options.Create(new LiveOptions()), _clock, NullLogger<LiveFeeds<RoomSnapshot>>.Instance);
        var tails = new RoomTails(_store, feeds);
        _listening = new RoomListening(feeds, tails, _clock);
        _observers = [cache, tails];
        _writer = new RoomWriter(_store, _observers, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        if (_heard is not null)
            await _heard.DisposeAsync();
        _left.Dispose();
    }

    [Fact]
    public async Task What_this_process_commits_is_heard_without_reading_it()
    {
        await ListenAsync();
        await WriteAsync(room => Rooms.Post(room, "a"));
        Assert.Equal("a", Assert.IsType<RoomEvent.Message>(await NextAsync()).Value.Id);

        var next = NextAsync();
        var before = await _store.FindAsync(RoomWorld.RoomId, default);
        _store.Fault = () => throw new InvalidOperationException("Nobody needs to ask.");
        var write = Rooms.Post(before!.Room, "b") is var post ? post with { After = post.After with { Version = before.Room.Version + 1 } } : post;
        _observers.ForEach(observer => observer.Committed(before.Room, new StoredRoom(write.After, "etag"), write));

        Assert.Equal("b", Assert.IsType<RoomEvent.Message>(await next).Value.Id);
    }

    [Fact]
    public async Task Who_was_here_is_gone_when_the_lease_ends_though_nothing_is_said()
    {
        await ListenAsync();
        var lease = TimeSpan.FromSeconds(250);
        await WriteAsync(room => new RoomWrite(room with
        {
            Live = room.Live.Connect(new("phone", Rooms.Bo, _clock.GetUtcNow() + lease), _clock.GetUtcNow()),
        }));
        Assert.Equal(new RoomEvent.Presence(Rooms.Bo, true), await NextAsync());

        var gone = NextAsync();
        await _clock.PassAsync(lease);

        Assert.Equal(new RoomEvent.Presence(Rooms.Bo, false), await gone);
    }

    [Fact]
    public async Task Who_is_removed_hears_the_end()
    {
        await ListenAsync();

        await WriteAsync(room => Membership.Remove(room, Rooms.Ada, Rooms.Bo, _clock.GetUtcNow()).Write!);

        Assert.False(await _heard!.MoveNextAsync().AsTask().WaitAsync(Patience.ForAnything));
    }

    /// <summary>Bo listens.</summary>
    private async Task ListenAsync()
    {
        var room = (await RoomWorld.CreateAsync(_store))!.Room;
        _heard = _listening.ListenAsync(room, Rooms.Bo, default, _left.Token).GetAsyncEnumerator();
    }

    private async Task<RoomEvent> NextAsync()
    {
        Assert.True(await _heard!.MoveNextAsync().AsTask().WaitAsync(Patience.ForAnything));
        return _heard.Current.Event;
    }

    private Task WriteAsync(Func<Room, RoomWrite> write) => _writer.WriteAsync(RoomWorld.RoomId, null, write, default);
}
