using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Adapters.Devices;

/// <summary>One change as a device sends it.</summary>
public sealed record DeviceDelta
{
    /// <summary><c>create</c>, <c>update</c> or <c>delete</c>.</summary>
    public string? Action { get; init; }

    [JsonConverter(typeof(ClientIdConverter))]
    public string? Id { get; init; }

    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? Data { get; init; }

    public UnixTime? UpdatedAt { get; init; }
}
