using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>The source-generated contracts of workouts.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(EffortSummary))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, double>))]
[JsonSerializable(typeof(SeriesSummary))]
[JsonSerializable(typeof(Workout))]
[JsonSerializable(typeof(WorkoutEdit))]
[JsonSerializable(typeof(WorkoutFacts))]
[JsonSerializable(typeof(WorkoutSyncRequest))]
public sealed partial class WorkoutJson : JsonSerializerContext;
