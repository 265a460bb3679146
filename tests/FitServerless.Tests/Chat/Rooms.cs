using System.Text.Json;
using FitServerless.Chat;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Chat;

/// <summary>Rooms and what is said in them, for tests.</summary>
internal static class Rooms
{
    public const string Ada = "0190a1b2-0000-7000-8000-00000000000a";
    public const string Bo = "0190a1b2-0000-7000-8000-00000000000b";
    public const string Cy = "0190a1b2-0000-7000-8000-00000000000c";

    public static Room Of(string id) => new()
    {
        Id = id,
        CreatorId = Ada,
        TrainerId = Ada,
        Members = [new(Ada, "Ada"), new(Bo, "Bo")],
    };

    public static RoomWrite Post(Room room, string id, string content = "Hello", string sender = Ada) =>
        new(room with { LastSequence = room.LastSequence + 1 })
        {
            Message = Message(room.LastSequence + 1, id, content, sender),
            Once = new SenderKey(sender, id),
        };

    public static ChatMessage Message(long sequence, string id, string content = "Hello", string sender = Ada) =>
        new(id, sequence, sender, "Ada", content) { Timestamp = FakeClock.Morning };

    public static RoomWrite Signal(Room room, string id) => new(room with { LastSignal = room.LastSignal + 1 })
    {
        Signal = new CallSignal(room.LastSignal + 1, Ada, null, JsonSerializer.SerializeToElement(new { sdp = id })) { Timestamp = FakeClock.Morning },
        Once = new SenderKey(Ada, $"signal-{id}"),
    };

    /// <summary>For comparing: records compare their lists by reference.</summary>
    public static string Text(Room room) => JsonSerializer.Serialize(room, ChatJson.Default.Room);
}
