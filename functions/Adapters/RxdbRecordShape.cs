using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Adapters.Rxdb;

namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="RxdbRecord"/> writes.</summary>
internal sealed record RxdbRecordShape(string Id, [property: JsonPropertyName("_deleted")] bool IsDeleted)
{
    /// <summary>The document's own.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; set; }
}
