using System.Text.Json;

namespace FitServerless.Chat.Live;

/// <summary>Events as clients get them, over whichever transport.</summary>
public static class RoomEventJson
{
    public static string TypeOf(RoomEvent happened) => happened switch
    {
        RoomEvent.Message => "message",
        RoomEvent.Presence => "presence",
        RoomEvent.Typing => "typing",
        RoomEvent.Read => "read",
        RoomEvent.Signal => "signal",
        _ => throw new InvalidOperationException("Unknown event."),
    };

    public static byte[] Write(RoomEvent happened) => happened switch
    {
        RoomEvent.Message message => JsonSerializer.SerializeToUtf8Bytes(message.Value, ChatJson.Default.ChatMessage),
        RoomEvent.Presence presence => JsonSerializer.SerializeToUtf8Bytes(presence, ChatJson.Default.Presence),
        RoomEvent.Typing typing => JsonSerializer.SerializeToUtf8Bytes(typing, ChatJson.Default.Typing),
        RoomEvent.Read read => JsonSerializer.SerializeToUtf8Bytes(read, ChatJson.Default.Read),
        RoomEvent.Signal signal => JsonSerializer.SerializeToUtf8Bytes(signal.Value, ChatJson.Default.CallSignal),
        _ => throw new InvalidOperationException("Unknown event."),
    };
}
