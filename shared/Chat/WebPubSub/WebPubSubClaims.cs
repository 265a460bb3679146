using System.Text.Json.Serialization;

namespace FitServerless.Chat.WebPubSub;

/// <summary>The payload of a token for Web PubSub, a client's or our own.</summary>
internal sealed record WebPubSubClaims
{
    /// <summary>The URL that is called, or the hub's that is connected to.</summary>
    [JsonPropertyName("aud")]
    public required string Audience { get; init; }

    [JsonPropertyName("iat")]
    public long IssuedAt { get; init; }

    [JsonPropertyName("exp")]
    public long ExpiresAt { get; init; }

    [JsonPropertyName("sub")]
    public string? UserId { get; init; }

    /// <summary>What a connection listens to from its beginning.</summary>
    [JsonPropertyName("webpubsub.group")]
    public IReadOnlyList<string>? Groups { get; init; }
}
