using System.Text.Json.Serialization;

namespace FitServerless.Accounts;

/// <summary>The payload of an access token (RFC 7519).</summary>
internal sealed record AccessClaims
{
    [JsonPropertyName("sub")]
    public string? Subject { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("roles")]
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Tokens from before there were tiers have none.</summary>
    [JsonPropertyName("tier")]
    public string? Tier { get; init; }

    [JsonPropertyName("email_verified")]
    public bool EmailVerified { get; init; }

    [JsonPropertyName("sid")]
    public string? Session { get; init; }

    [JsonPropertyName("iss")]
    public string? Issuer { get; init; }

    [JsonPropertyName("aud")]
    public string? Audience { get; init; }

    [JsonPropertyName("iat")]
    public long IssuedAt { get; init; }

    [JsonPropertyName("nbf")]
    public long? NotBefore { get; init; }

    /// <summary>Nullable, because a token without it must not live for ever.</summary>
    [JsonPropertyName("exp")]
    public long? ExpiresAt { get; init; }

    [JsonPropertyName("jti")]
    public string? Id { get; init; }
}
