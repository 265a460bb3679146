using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Learning;

/// <summary>The source-generated contracts of learning.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(CardReview))]
public sealed partial class LearningJson : JsonSerializerContext;
