using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>Issues access tokens and reads them back. No storage: a token is good until it expires.</summary>
public sealed class AccessTokens(IOptions<AccountOptions> options, TimeProvider clock)
{
    private readonly AccountOptions _options = options.Value;
    private readonly byte[] _key = options.Value.SecretBytes();

    public AccessToken Issue(Account account)
    {
        var now = clock.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(now.AddMinutes(_options.AccessTokenMinutes).ToUnixTimeSeconds());
        var claims = new AccessClaims
        {
            Subject = account.Id,
            Email = account.Email,
            Roles = account.Roles,
            Tier = account.Tier,
            Issuer = _options.Issuer,
            Audience = _options.Audience,
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = expiresAt.ToUnixTimeSeconds(),
            Id = Guid.CreateVersion7(now).ToString("N"),
        };
        return new AccessToken(Jwt.Sign(JsonSerializer.SerializeToUtf8Bytes(claims, AccountJson.Default.AccessClaims), _key), expiresAt);
    }

    public bool TryRead(string token, [NotNullWhen(true)] out Caller? caller)
    {
        caller = Jwt.Verify(token, _key) is { } payload && Parse(payload) is { Subject: { Length: > 0 } id } claims && IsCurrent(claims)
            ? new Caller(id, claims.Email ?? "", claims.Roles ?? [], claims.Tier ?? Tiers.Free)
            : null;
        return caller is not null;
    }

    private bool IsCurrent(AccessClaims claims)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return claims.ExpiresAt > now && (claims.NotBefore ?? 0) <= now
            && claims.Issuer == _options.Issuer && claims.Audience == _options.Audience;
    }

    private static AccessClaims? Parse(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, AccountJson.Default.AccessClaims);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
