using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Grants;

/// <summary>The body of <c>POST /api/grants</c>.</summary>
public sealed record GrantRequest
{
    public string? TrainerEmail { get; init; }

    public string? TrainerId { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }
}
