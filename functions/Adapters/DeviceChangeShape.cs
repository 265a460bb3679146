using System.Text.Json.Serialization;

namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="DeviceSyncWriter"/> writes of a change.</summary>
/// <param name="Action"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="UpdatedAt">In seconds or milliseconds, as the device counts them.</param>
/// <param name="Data">Not of a delete.</param>
internal sealed record DeviceChangeShape(
    string Action, string Id, [property: JsonPropertyName("updated_at")] long UpdatedAt, DeviceRecordShape? Data = null);
