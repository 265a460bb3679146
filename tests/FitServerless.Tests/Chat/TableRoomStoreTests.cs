using FitServerless.Chat;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Chat;

[Collection(SharedStorage.Name)]
public sealed class TableRoomStoreTests(StorageFixture storage) : RoomStoreContract
{
    private readonly CountingPolicy _transactions = new();
    private IRoomStore? _store;

    private protected override IRoomStore Store => _store ??= new TableRoomStore(storage.Connect(_transactions));

    [Fact]
    public async Task A_message_is_one_transaction()
    {
        var room = (await Store.TryCreateAsync(Rooms.Of($"room_{Guid.NewGuid()}"), default))!;

        Assert.Equal(1, await _transactions.CountAsync(() => Store.CommitAsync(room, Rooms.Post(room.Room, "a"), default)));
    }
}
