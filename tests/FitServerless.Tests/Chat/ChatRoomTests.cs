using System.Text.Json;
using Azure;
using FitServerless.Chat;
using FitServerless.Chat.Operations;
using FitServerless.Functions.Chat;
using FitServerless.Functions.Notifications;
using FitServerless.Notifications;

namespace FitServerless.Tests.Chat;

/// <summary>The entity, run as a plain object.</summary>
public sealed class ChatRoomTests
{
    private readonly FaultyRoomStore _store = new(new MemoryRoomStore());
    private readonly RoomWorld _world;

    public ChatRoomTests()
    {
        _world = new RoomWorld(_store);
        Assert.NotNull(RoomWorld.CreateAsync(_store).Result);
    }

    [Fact]
    public async Task Messages_get_their_places_in_the_order_in_which_they_come()
    {
        await _world.RunAsync(RoomWorld.Post("a"), RoomWorld.Post("b", Rooms.Bo), RoomWorld.Post("c"));

        Assert.Equal([(1, "a"), (2, "b"), (3, "c")], (await _world.MessagesAsync()).Select(message => (message.Sequence, message.Id)));
    }

    [Fact]
    public async Task The_same_message_twice_is_one_and_changes_nothing()
    {
        await _world.RunAsync(RoomWorld.Post("a"), RoomWorld.Post("b"));
        var state = _world.Entity.Json;

        await _world.RunAsync(RoomWorld.Post("a"), RoomWorld.Post("b", content: "Other words"));

        Assert.Equal(state, _world.Entity.Json);
        Assert.Equal(["Hello", "Hello"], (await _world.MessagesAsync()).Select(message => message.Content));
    }

    [Fact]
    public async Task The_state_is_that_of_the_head_row_and_a_lost_one_is_read_again()
    {
        await _world.RunAsync(RoomWorld.Post("a"), new MarkRead(Rooms.Bo, 1));
        var state = _world.Entity.Json;
        Assert.Equal(JsonSerializer.Serialize(await _store.FindAsync(RoomWorld.RoomId, default)), state);

        _world.Entity.Json = null;
        await _world.RunAsync(new MarkRead(Rooms.Bo, 1));

        Assert.Equal(state, _world.Entity.Json);
    }

    [Fact]
    public async Task Operations_that_are_run_again_on_an_older_state_change_nothing()
    {
        RoomOperation[] batch =
        [
            RoomWorld.Post("a"), RoomWorld.Post("b"), new MarkRead(Rooms.Bo, 2), new SendSignal(Rooms.Ada, null, "s", "{}"),
            new ShowTyping(new(Rooms.Bo, _world.Clock.Now, true)), new Connect(new("c", Rooms.Bo, _world.Clock.Now.AddMinutes(4))),
        ];
        var before = _world.Entity.Json;
        await _world.RunAsync(batch);
        var after = _world.Entity.Json;

        _world.Entity.Json = before;
        await _world.RunAsync(batch);

        Assert.Equal(after, _world.Entity.Json);
        Assert.Equal(2, (await _world.MessagesAsync()).Count);
        Assert.Single(await _store.ReadSignalsAsync(RoomWorld.RoomId, 0, default));
    }

    [Fact]
    public async Task Who_is_no_member_is_not_heard()
    {
        await _world.RunAsync(
            new MarkRead(Rooms.Cy, 1), new SendSignal(Rooms.Cy, null, "s", "{}"),
            new ShowTyping(new(Rooms.Cy, _world.Clock.Now, true)), new Connect(new("c", Rooms.Cy, _world.Clock.Now.AddMinutes(4))));

        Assert.Equal(Rooms.Text(Rooms.Of(RoomWorld.RoomId)), Rooms.Text(await _world.RoomAsync()));
    }

    [Fact]
    public async Task A_member_whom_the_entity_has_not_heard_of_is_heard_at_once()
    {
        await _world.RunAsync(RoomWorld.Post("a"));
        await _world.Writer.WriteAsync(RoomWorld.RoomId, null, room => new RoomWrite(room.With(new(Rooms.Cy, "Cy"))), default);

        await _world.RunAsync(new MarkRead(Rooms.Cy, 1));

        Assert.Equal(1, (await _world.RoomAsync()).Live.ReadMarks[Rooms.Cy]);
    }

    [Fact]
    public async Task A_message_that_was_accepted_is_posted_though_its_sender_has_left()
    {
        await _world.Writer.WriteAsync(RoomWorld.RoomId, null, room => new RoomWrite(room.Without(Rooms.Bo)), default);

        await _world.RunAsync(RoomWorld.Post("bye", Rooms.Bo));

        Assert.Equal("bye", Assert.Single(await _world.MessagesAsync()).Id);
    }

    [Fact]
    public async Task A_message_to_no_room_leaves_no_entity()
    {
        var world = new RoomWorld();

        await world.RunAsync(RoomWorld.Post("a"));

        Assert.Null(world.Entity.Json);
    }

    [Fact]
    public async Task While_storage_is_away_a_message_is_put_off_longer_and_longer_and_never_lost()
    {
        _store.Fault = () => throw new RequestFailedException(503, "Away");
        object next = RoomWorld.Post("a");
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            await _world.Entity.RunAsync(next);
            var (target, operation, input, at) = _world.Entity.Signals[^1];
            Assert.Equal((ChatRoom.IdOf(RoomWorld.RoomId), nameof(PostMessage), _world.Clock.Now.AddSeconds(seconds)), (target, operation, at));
            next = input!;
        }

        _store.Fault = null;
        await _world.Entity.RunAsync(next);

        Assert.Equal("a", Assert.Single(await _world.MessagesAsync()).Id);
        Assert.Equal(8, _world.Entity.Signals.Count);
    }

    [Fact]
    public async Task Who_is_mentioned_is_told_once_for_each_message_however_often_it_runs()
    {
        await _world.RunAsync(RoomWorld.Post("a", content: "@bo, see you at 7?"));
        await _world.RunAsync(RoomWorld.Post("b", content: "Nobody@example.com"));
        _world.Entity.Json = null;
        await _world.RunAsync(RoomWorld.Post("a", content: "@bo, see you at 7?"), RoomWorld.Post("a", content: "Other words, @bo"));

        var notices = _world.Entity.Signals.ConvertAll(signal => Assert.IsType<NewNotification>(signal.Input));
        Assert.Equal(3, notices.Count);
        Assert.All(_world.Entity.Signals, signal => Assert.Equal((NotificationHub.Of(Rooms.Bo), "Push"), (signal.Target, signal.Operation)));
        Assert.Single(notices.DistinctBy(notice => notice.Id));
        Assert.All(notices, notice => Assert.Equal(("Ada mentioned you", "@bo, see you at 7?"), (notice.Title, notice.Body)));
        Assert.Equal("""{"roomId":"room_1","sequence":1}""", notices[0].Data!.Value.GetRawText());
    }

    [Fact]
    public async Task A_read_mark_never_goes_back_nor_beyond_the_last_message()
    {
        await _world.RunAsync(RoomWorld.Post("a"), RoomWorld.Post("b"), new MarkRead(Rooms.Bo, 99), new MarkRead(Rooms.Bo, 1));

        Assert.Equal(2, (await _world.RoomAsync()).Live.ReadMarks[Rooms.Bo]);
    }

    [Fact]
    public async Task A_defect_is_an_error_and_not_put_off()
    {
        _store.Fault = () => throw new InvalidOperationException();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.RunAsync(RoomWorld.Post("a")));

        Assert.Empty(_world.Entity.Signals);
    }
}
