using System.Text.Json.Serialization;
using Azure;
using FitServerless.Json;

namespace FitServerless.Coach.Conversations;

/// <summary>A talk with the coach, but for its turns.</summary>
public sealed record Conversation
{
    /// <summary>Turns that are kept; older ones live on in <see cref="Summary"/>.</summary>
    public const int MaxTurns = 50;

    public required string Id { get; init; }

    /// <summary>One of <see cref="Personalities"/>.</summary>
    public required string Personality { get; init; }

    /// <summary>One of <see cref="Voices"/>.</summary>
    public required string Voice { get; init; }

    /// <summary>What the turns that are no longer kept were about.</summary>
    public string Summary { get; init; } = "";

    /// <summary>All there ever were.</summary>
    public int TurnCount { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public ETag ETag { get; init; }
}
