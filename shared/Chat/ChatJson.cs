using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Chat.Live;

namespace FitServerless.Chat;

/// <summary>The source-generated contracts of chat.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 32)]
[JsonSerializable(typeof(CallSignal))]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(MentionData))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(RoomEvent.Presence))]
[JsonSerializable(typeof(RoomEvent.Read))]
[JsonSerializable(typeof(RoomEvent.Typing))]
public sealed partial class ChatJson : JsonSerializerContext;
