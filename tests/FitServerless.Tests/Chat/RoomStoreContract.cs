using FitServerless.Chat;

namespace FitServerless.Tests.Chat;

/// <summary>What every store of rooms must do.</summary>
public abstract class RoomStoreContract
{
    private readonly string _roomId = $"room_{Guid.NewGuid()}";

    private protected abstract IRoomStore Store { get; }

    [Fact]
    public async Task There_is_no_room_before_it_is_made() => Assert.Null(await Store.FindAsync(_roomId, default));

    [Fact]
    public async Task A_room_is_found_as_it_was_made()
    {
        var created = (await Store.TryCreateAsync(Rooms.Of(_roomId), default))!;

        var found = (await Store.FindAsync(_roomId, default))!;

        Assert.Equal(created.ETag, found.ETag);
        Assert.Equal(Rooms.Text(created.Room), Rooms.Text(found.Room));
    }

    [Fact]
    public async Task A_room_is_made_once()
    {
        await Store.TryCreateAsync(Rooms.Of(_roomId), default);

        Assert.Null(await Store.TryCreateAsync(Rooms.Of(_roomId) with { CreatorId = "other" }, default));
        Assert.Equal(Rooms.Ada, (await Store.FindAsync(_roomId, default))!.Room.CreatorId);
    }

    [Fact]
    public async Task A_message_and_the_room_after_it_are_committed_together()
    {
        var room = (await Store.TryCreateAsync(Rooms.Of(_roomId), default))!;

        var after = await CommitAsync(room, Rooms.Post(room.Room, "a"));

        Assert.Equal((await Store.FindAsync(_roomId, default))!.ETag, after.ETag);
        Assert.Equal(1, after.Room.LastSequence);
        Assert.Equal([Rooms.Message(1, "a")], await Store.ReadMessagesAsync(_roomId, 0, 10, default));
    }

    [Fact]
    public async Task Who_comes_second_is_told_that_the_head_moved()
    {
        var room = (await Store.TryCreateAsync(Rooms.Of(_roomId), default))!;
        await CommitAsync(room, Rooms.Post(room.Room, "a"));

        Assert.IsType<RoomCommit.HeadMoved>(await Store.CommitAsync(room, Rooms.Post(room.Room, "b"), default));
        Assert.Single(await Store.ReadMessagesAsync(_roomId, 0, 10, default));
    }

    [Fact]
    public async Task The_same_said_twice_is_a_duplicate_and_changes_nothing()
    {
        var room = (await Store.TryCreateAsync(Rooms.Of(_roomId), default))!;
        var after = await CommitAsync(room, Rooms.Post(room.Room, "a"));

        Assert.IsType<RoomCommit.Duplicate>(await Store.CommitAsync(after, Rooms.Post(after.Room, "a", "Other words"), default));

        Assert.Equal(after.ETag, (await Store.FindAsync(_roomId, default))!.ETag);
        Assert.Equal([Rooms.Message(1, "a")], await Store.ReadMessagesAsync(_roomId, 0, 10, default));
        Assert.Equal(Rooms.Message(1, "a"), await Store.FindMessageAsync(_roomId, new SenderKey(Rooms.Ada, "a"), default));
    }

    [Fact]
    public async Task One_members_ids_are_nothing_to_anothers()
    {
        var room = (await Store.TryCreateAsync(Rooms.Of(_roomId), default))!;
        room = await CommitAsync(room, Rooms.Post(room.Room, "1", sender: Rooms.Ada));
        await CommitAsync(room, Rooms.Post(room.Room, "1", sender: Rooms.Bo));

        Assert.Equal([Rooms.Ada, Rooms.Bo], (await Store.ReadMessagesAsync(_roomId, 0, 10, default)).Select(message => message.UserId));
        Assert.Null(await Store.FindMessageAsync(_roomId, new SenderKey("somebody", "1"), default));
    }

    [Fact]
    public async Task Messages_are_read_behind_a_sequence_and_by_the_page()
    {
        var room = (await Store.TryCreateAsync(Rooms.Of(_roomId), default))!;
        for (var i = 1; i <= 12; i++)
            room = await CommitAsync(room, Rooms.Post(room.Room, $"{i}"));

        Assert.Equal([10, 11], (await Store.ReadMessagesAsync(_roomId, 9, 2, default)).Select(message => message.Sequence));
        Assert.Equal([12], (await Store.ReadMessagesAsync(_roomId, 11, 10, default)).Select(message => message.Sequence));
        Assert.Empty(await Store.ReadMessagesAsync(_roomId, 12, 10, default));
        Assert.Empty(await Store.ReadMessagesAsync(_roomId, long.MaxValue, 10, default));
    }

    [Fact]
    public async Task Only_the_last_signals_are_kept()
    {
        var room = (await Store.TryCreateAsync(Rooms.Of(_roomId), default))!;
        for (var i = 1; i <= CallSignal.Kept + 5; i++)
            room = await CommitAsync(room, Rooms.Signal(room.Room, $"{i}"));

        Assert.Equal(Enumerable.Range(6, CallSignal.Kept), (await Store.ReadSignalsAsync(_roomId, 0, default)).Select(signal => (int)signal.Number));
        Assert.Equal([69], (await Store.ReadSignalsAsync(_roomId, 68, default)).Select(signal => signal.Number));
    }

    [Fact]
    public async Task A_user_has_a_list_of_rooms()
    {
        var userId = Guid.NewGuid().ToString();
        await Store.TryCreateAsync(Rooms.Of(_roomId) with { Members = [new(userId, "Cy")] }, default);
        await Store.NoteAsync(userId, "room_b", default);
        await Store.NoteAsync(userId, "room_b", default);
        Assert.Equal(new[] { _roomId, "room_b" }.Order(), (await Store.ListAsync(userId, 10, default)).Order());
        Assert.Single(await Store.ListAsync(userId, 1, default));

        await Store.DropNoteAsync(userId, "room_b", default);
        await Store.DropNoteAsync(userId, "room_b", default);
        Assert.Equal([_roomId], await Store.ListAsync(userId, 10, default));
    }

    [Theory]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("user|1")]
    [InlineData("한강 🚴")]
    public async Task A_room_of_an_odd_name_is_a_room_like_any_other(string name)
    {
        var roomId = name + Guid.NewGuid();
        var room = (await Store.TryCreateAsync(Rooms.Of(roomId), default))!;
        await CommitAsync(room, Rooms.Post(room.Room, name));

        Assert.Equal(name, Assert.Single(await Store.ReadMessagesAsync(roomId, 0, 10, default)).Id);
        Assert.Null(await Store.FindAsync(_roomId, default));
    }

    private async Task<StoredRoom> CommitAsync(StoredRoom before, RoomWrite write) =>
        Assert.IsType<RoomCommit.Committed>(await Store.CommitAsync(before, write, default)).Room;
}
