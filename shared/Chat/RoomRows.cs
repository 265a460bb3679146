using System.Text.Json;
using Azure.Data.Tables;

namespace FitServerless.Chat;

/// <summary>Turns rooms, messages and signals into rows and back.</summary>
internal static class RoomRows
{
    public static TableEntity Head(Room room) =>
        new(RoomRowKeys.Room(room.Id), RoomRowKeys.Head) { ["Room"] = JsonSerializer.SerializeToUtf8Bytes(room, ChatJson.Default.Room) };

    public static Room Room(TableEntity row) => JsonSerializer.Deserialize(row.GetBinary("Room"), ChatJson.Default.Room)!;

    public static TableEntity Message(string roomId, ChatMessage message) => new(RoomRowKeys.Room(roomId), RoomRowKeys.Message(message.Sequence))
    {
        ["Id"] = message.Id,
        ["Sequence"] = message.Sequence,
        ["UserId"] = message.UserId,
        ["UserName"] = message.UserName,
        ["Content"] = message.Content,
        ["SentAt"] = message.Timestamp,
    };

    public static ChatMessage Message(TableEntity row) => new(
        row.GetString("Id")!, row.GetInt64("Sequence")!.Value, row.GetString("UserId")!, row.GetString("UserName")!, row.GetString("Content")!)
    {
        Timestamp = row.GetDateTimeOffset("SentAt")!.Value,
    };

    public static TableEntity Signal(string roomId, CallSignal signal) => new(RoomRowKeys.Room(roomId), RoomRowKeys.Signal(signal.Number))
    {
        ["Number"] = signal.Number,
        ["Signal"] = JsonSerializer.SerializeToUtf8Bytes(signal, ChatJson.Default.CallSignal),
    };

    public static CallSignal Signal(TableEntity row) => JsonSerializer.Deserialize(row.GetBinary("Signal"), ChatJson.Default.CallSignal)!;

    public static TableEntity Once(string roomId, SenderKey key, long? sequence)
    {
        var row = new TableEntity(RoomRowKeys.Room(roomId), RoomRowKeys.Once(key));
        if (sequence is { } number)
            row["Sequence"] = number;
        return row;
    }
}
