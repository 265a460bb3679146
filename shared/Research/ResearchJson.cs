using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Research;

/// <summary>The source-generated contract of studies, as they are kept and as they are told.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Study))]
public sealed partial class ResearchJson : JsonSerializerContext;
