using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Analytics;

/// <summary>The source-generated contracts of events.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(EventBatch))]
[JsonSerializable(typeof(EventSummary))]
[JsonSerializable(typeof(RecordedEvent))]
public sealed partial class AnalyticsJson : JsonSerializerContext;
