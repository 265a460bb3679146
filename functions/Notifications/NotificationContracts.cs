using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Notifications;

/// <summary>The source-generated contracts of the inbox's routes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UnreadView))]
internal sealed partial class NotificationContracts : JsonSerializerContext;
