using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Files;

/// <summary>The source-generated contract of files in archives.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    MaxDepth = 4,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ArchivedFile))]
internal sealed partial class ArchivedFileJson : JsonSerializerContext;
