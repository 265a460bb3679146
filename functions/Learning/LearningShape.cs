using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Learning;

/// <summary>What <see cref="LearningWriter"/> writes of a plan in a list, a session or a card.</summary>
internal sealed record LearningShape(string Id, int Version, [property: JsonPropertyName("updated_at")] DateTimeOffset UpdatedAt)
{
    /// <summary>The document's own.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; set; }
}
