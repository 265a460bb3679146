using System.Text.Json.Serialization;

namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="DeviceSyncWriter"/> writes.</summary>
internal sealed record DeviceAnswerShape(
    IReadOnlyList<DeviceChangeShape> Plans,
    IReadOnlyList<DeviceChangeShape> Sessions,
    IReadOnlyList<DeviceChangeShape> Cards,
    [property: JsonPropertyName("deleted_ids")] IReadOnlyList<string> DeletedIds,
    [property: JsonPropertyName("sync_token")] string SyncToken,
    IReadOnlyList<DeviceRejectionShape> Rejected);
