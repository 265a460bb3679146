using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Coach.Model;

/// <summary>The source-generated contract of an export's lines.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AiRequest))]
internal sealed partial class AiRequestExportJson : JsonSerializerContext;
