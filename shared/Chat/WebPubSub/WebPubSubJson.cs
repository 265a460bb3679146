using System.Text.Json.Serialization;

namespace FitServerless.Chat.WebPubSub;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebPubSubClaims))]
internal sealed partial class WebPubSubJson : JsonSerializerContext;
