using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Adapters.Watermelon;

namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="WatermelonRecord"/> writes.</summary>
internal sealed record WatermelonRecordShape(string Id)
{
    /// <summary>The document's own.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; set; }
}
