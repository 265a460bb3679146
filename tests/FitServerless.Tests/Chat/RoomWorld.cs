using FitServerless.Chat;
using FitServerless.Chat.Operations;
using FitServerless.Functions.Chat;
using FitServerless.Tests.Durable;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Logging.Abstractions;

namespace FitServerless.Tests.Chat;

/// <summary>One room, its entity and a store, without engine or host.</summary>
internal sealed class RoomWorld
{
    public const string RoomId = "room_1";

    private readonly RoomOperations _operations;

    public RoomWorld(IRoomStore? store = null)
    {
        Store = store ?? new MemoryRoomStore();
        Writer = new RoomWriter(Store, [], Clock);
        _operations = new RoomOperations(Writer, Store, Clock, NullLogger<RoomOperations>.Instance);
        Entity = new EntityDouble(ChatRoom.IdOf(RoomId), () => new ChatRoom(_operations, Clock));
    }

    public FakeClock Clock { get; } = new();

    public IRoomStore Store { get; }

    public RoomWriter Writer { get; }

    public EntityDouble Entity { get; }

    public static PostMessage Post(string id, string sender = Rooms.Ada, string content = "Hello") => new(sender, "Ada", id, content);

    public static Task<StoredRoom?> CreateAsync(IRoomStore store) => store.TryCreateAsync(Rooms.Of(RoomId), default);

    public async Task RunAsync(params RoomOperation[] operations)
    {
        foreach (var operation in operations)
            await Entity.RunAsync(operation);
    }

    public async Task<Room> RoomAsync() => (await Store.FindAsync(RoomId, default))!.Room;

    public Task<IReadOnlyList<ChatMessage>> MessagesAsync() => Store.ReadMessagesAsync(RoomId, 0, 10_000, default);
}
