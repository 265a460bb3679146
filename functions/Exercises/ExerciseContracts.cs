using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Exercises;

namespace FitServerless.Functions.Exercises;

/// <summary>The source-generated contracts of the exercise routes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<ExerciseMatch>))]
internal sealed partial class ExerciseContracts : JsonSerializerContext;
