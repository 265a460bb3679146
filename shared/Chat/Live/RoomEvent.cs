using System.Text.Json.Serialization;

namespace FitServerless.Chat.Live;

/// <summary>What a member of a room hears.</summary>
public abstract record RoomEvent
{
    private RoomEvent()
    {
    }

    public sealed record Message(ChatMessage Value) : RoomEvent;

    public sealed record Presence(string UserId, bool Online) : RoomEvent;

    public sealed record Typing(string UserId, [property: JsonPropertyName("typing")] bool IsTyping) : RoomEvent;

    /// <summary>The member has read up to and with this message.</summary>
    public sealed record Read(string UserId, long Sequence) : RoomEvent;

    public sealed record Signal(CallSignal Value) : RoomEvent;
}
