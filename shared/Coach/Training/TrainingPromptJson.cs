using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Coach.Training;

/// <summary>What goes to a model about workouts, and what comes back.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, UseStringEnumConverter = true, MaxDepth = 8)]
[JsonSerializable(typeof(TrainingPromptData))]
[JsonSerializable(typeof(TrainingReply))]
internal sealed partial class TrainingPromptJson : JsonSerializerContext;
