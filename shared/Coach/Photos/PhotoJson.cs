using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Coach.Photos;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, MaxDepth = 8)]
[JsonSerializable(typeof(PhotoAnalysis))]
public sealed partial class PhotoJson : JsonSerializerContext;
