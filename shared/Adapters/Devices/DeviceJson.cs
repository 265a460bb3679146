using System.Text.Json.Serialization;

namespace FitServerless.Adapters.Devices;

/// <summary>The source-generated contracts of <c>POST /sync</c>, in snake_case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    PropertyNameCaseInsensitive = false,
    AllowDuplicateProperties = false,
    MaxDepth = 64,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(DeviceDelta))]
[JsonSerializable(typeof(DeviceSyncRequest))]
public sealed partial class DeviceJson : JsonSerializerContext;
