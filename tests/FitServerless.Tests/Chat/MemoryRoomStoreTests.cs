using FitServerless.Chat;

namespace FitServerless.Tests.Chat;

public sealed class MemoryRoomStoreTests : RoomStoreContract
{
    private protected override IRoomStore Store { get; } = new MemoryRoomStore();
}
