using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Coach.Conversations;

/// <summary>The source-generated contract of an export's lines.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Transcript))]
internal sealed partial class ConversationExportJson : JsonSerializerContext;
