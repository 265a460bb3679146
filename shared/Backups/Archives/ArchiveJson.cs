using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Backups.Archives;

/// <summary>The source-generated contracts of archives.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 96,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(ArchiveManifest))]
[JsonSerializable(typeof(DocumentLine))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
