using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Learning;

/// <summary>What <see cref="LearningWriter"/> writes of a plan alone.</summary>
internal sealed record PlanShape(
    string Id,
    int Version,
    [property: JsonPropertyName("updated_at")] DateTimeOffset UpdatedAt,
    PlanProgressShape Progress,
    IReadOnlyList<PlanChunkShape> Chunks,
    [property: JsonPropertyName("recent_sessions")] IReadOnlyList<LearningShape> RecentSessions)
{
    /// <summary>The document's own.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; set; }
}
