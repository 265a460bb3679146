using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Coach.Meals;

/// <summary>What goes to a model about meals, and what comes back.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, UseStringEnumConverter = true, MaxDepth = 8)]
[JsonSerializable(typeof(MealPromptData))]
[JsonSerializable(typeof(MealReply))]
internal sealed partial class MealPromptJson : JsonSerializerContext;
