using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Chat;

namespace FitServerless.Functions.Chat;

/// <summary>The source-generated contracts of the chat routes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 32)]
[JsonSerializable(typeof(IReadOnlyList<ChatMessage>))]
[JsonSerializable(typeof(IReadOnlyList<RoomSummary>))]
[JsonSerializable(typeof(MemberRequest))]
[JsonSerializable(typeof(MessageAccepted))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(RoomRequest))]
[JsonSerializable(typeof(RoomView))]
[JsonSerializable(typeof(SignalRequest))]
[JsonSerializable(typeof(TransportView))]
[JsonSerializable(typeof(TypingRequest))]
internal sealed partial class ChatContracts : JsonSerializerContext;
