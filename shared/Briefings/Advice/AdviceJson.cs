using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Briefings.Advice;

/// <summary>What goes to a model about a day, and what comes back.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict, MaxDepth = 8)]
[JsonSerializable(typeof(AdviceBrief))]
[JsonSerializable(typeof(AdviceAnswer))]
internal sealed partial class AdviceJson : JsonSerializerContext;
