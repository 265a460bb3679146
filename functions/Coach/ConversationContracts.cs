using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Coach.Conversations;

namespace FitServerless.Functions.Coach;

/// <summary>The source-generated contracts of conversations.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, MaxDepth = 8)]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(ConversationRequest))]
[JsonSerializable(typeof(IReadOnlyList<Conversation>))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(ReplyText))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(Turn))]
internal sealed partial class ConversationContracts : JsonSerializerContext;
