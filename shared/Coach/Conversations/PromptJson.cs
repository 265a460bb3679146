using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Coach.Conversations;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PromptMessage))]
internal sealed partial class PromptJson : JsonSerializerContext;
