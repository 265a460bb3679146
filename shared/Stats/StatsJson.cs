using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Stats;

/// <summary>The source-generated contract of statistics.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TrainingStats))]
public sealed partial class StatsJson : JsonSerializerContext;
