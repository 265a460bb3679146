using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Notifications;

/// <summary>The source-generated contracts of notifications.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(Notification))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class NotificationJson : JsonSerializerContext;
