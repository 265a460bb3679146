using System.Text.Json.Serialization;

namespace FitServerless.Functions.Health;

/// <summary>That the process answers, and what it knows of its model.</summary>
/// <param name="ModelRepo">The model's name; <c>null</c> without one.</param>
/// <param name="Device">Where it thinks: <c>azure</c>, or <c>cpu</c> without one.</param>
public sealed record HealthView(
    string Status,
    [property: JsonPropertyName("model_available")] bool ModelAvailable,
    [property: JsonPropertyName("model_repo")] string? ModelRepo,
    string Device,
    [property: JsonPropertyName("fallback_enabled")] bool FallbackEnabled);
