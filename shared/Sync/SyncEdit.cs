using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Sync;

/// <summary>One change as a device sends it.</summary>
public sealed record SyncEdit
{
    public string? Collection { get; init; }

    [JsonConverter(typeof(ClientIdConverter))]
    public string? Id { get; init; }

    /// <summary><c>put</c> or <c>delete</c>.</summary>
    public string? Op { get; init; }

    /// <summary>The device's own name for this change: sent again, it gets the same answer.</summary>
    [JsonConverter(typeof(ClientIdConverter))]
    public string? MutationId { get; init; }

    /// <summary>The version that the device had when it edited; 0 or missing for a new document.</summary>
    public int? BaseVersion { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The whole document, of a put.</summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? Data { get; init; }
}
