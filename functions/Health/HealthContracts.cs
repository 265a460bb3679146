using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Health;

/// <summary>The source-generated contracts of what this is, and whether it is well.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ReadinessView))]
[JsonSerializable(typeof(ServiceView))]
internal sealed partial class HealthContracts : JsonSerializerContext;
