using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Sync;

/// <summary>The source-generated contracts of sync.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 64,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SyncEdit))]
[JsonSerializable(typeof(SyncRequest))]
public sealed partial class SyncJson : JsonSerializerContext;
