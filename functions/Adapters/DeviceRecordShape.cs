using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Adapters.Devices;

namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="DeviceRecord"/> writes.</summary>
internal sealed record DeviceRecordShape(string Id)
{
    /// <summary>The document's own.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; set; }
}
