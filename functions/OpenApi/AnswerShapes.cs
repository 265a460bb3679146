using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Functions.Adapters;
using FitServerless.Functions.Learning;
using FitServerless.Functions.Sync;
using FitServerless.Functions.Workouts;

namespace FitServerless.Functions.OpenApi;

/// <summary>
/// Shapes of the answers that have no contract, since stored JSON goes through them as it is. Nothing is written by these; the tests hold every
/// answer that they get to them.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DeviceAnswerShape))]
[JsonSerializable(typeof(DocumentShape))]
[JsonSerializable(typeof(DocumentVersionShape))]
[JsonSerializable(typeof(ImportAnswerShape))]
[JsonSerializable(typeof(LearningShape))]
[JsonSerializable(typeof(PlanShape))]
[JsonSerializable(typeof(RxdbPageShape))]
[JsonSerializable(typeof(RxdbRecordShape))]
[JsonSerializable(typeof(SyncAnswerShape))]
[JsonSerializable(typeof(SyncDigestShape))]
[JsonSerializable(typeof(WatermelonPullShape))]
[JsonSerializable(typeof(WorkoutShape))]
[JsonSerializable(typeof(WorkoutSyncAnswerShape))]
internal sealed partial class AnswerShapes : JsonSerializerContext;
