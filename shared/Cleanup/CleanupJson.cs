using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Cleanup;

/// <summary>The source-generated contracts of runs.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CleanupRun))]
public sealed partial class CleanupJson : JsonSerializerContext;
