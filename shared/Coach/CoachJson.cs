using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Training;

namespace FitServerless.Coach;

/// <summary>The contracts of suggestions. <see cref="Tweaks.TweakJson"/> has those in snake_case.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    MaxDepth = 32,
    NumberHandling = JsonNumberHandling.Strict,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(MealRequest))]
[JsonSerializable(typeof(MealSuggestion))]
[JsonSerializable(typeof(TrainingRequest))]
[JsonSerializable(typeof(TrainingSuggestion))]
public sealed partial class CoachJson : JsonSerializerContext;
