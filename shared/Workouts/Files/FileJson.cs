using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Workouts.Files;

/// <summary>The source-generated contract of what a summary keeps of a file.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActivityNotes))]
public sealed partial class FileJson : JsonSerializerContext;
