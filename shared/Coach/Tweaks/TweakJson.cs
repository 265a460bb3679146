using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Coach.Tweaks;

/// <summary>The contracts of <c>POST /event</c>, whose clients speak snake_case.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CoachEvent))]
[JsonSerializable(typeof(Tweak))]
[JsonSerializable(typeof(TweakAnswer))]
public sealed partial class TweakJson : JsonSerializerContext;
