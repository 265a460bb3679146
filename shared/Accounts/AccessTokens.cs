using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>
/// Issues access tokens and reads them back. No storage: a token is good until it expires, also when its session has ended meanwhile. What
/// would outlast it (passwords, second factors, grants, sessions) asks storage first; see <see cref="Sessions.SessionService.FindAsync"/>.
/// </summary>
public sealed class AccessTokens(IOptions<AccountOptions> options, TimeProvider clock)
{
    private readonly AccountOptions _options = options.Value;
    private readonly IReadOnlySet<string> _admins = options.Value.AdminEmails();
    private readonly IReadOnlyList<byte[]> _keys = options.Value.SecretBytes();

    public AccessToken Issue(Account account, string? session = null)
    {
        var now = clock.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(now.AddMinutes(_options.AccessTokenMinutes).ToUnixTimeSeconds());
        var claims = new AccessClaims
        {
            Subject = account.Id,
            Email = account.Email,
            EmailVerified = account.EmailVerifiedAt is not null,
            Roles = RolesOf(account),
            Session = session,
            Tier = account.Tier,
            Issuer = _options.Issuer,
            Audience = _options.Audience,
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = expiresAt.ToUnixTimeSeconds(),
            Id = Guid.CreateVersion7(now).ToString("N"),
        };
        return new AccessToken(Jwt.Sign(JsonSerializer.SerializeToUtf8Bytes(claims, AccountJson.Default.AccessClaims), _keys[0]), expiresAt);
    }

    public bool TryRead(string token, [NotNullWhen(true)] out Caller? caller)
    {
        caller = Jwt.Verify(token, _keys) is { } payload && Parse(payload) is { Subject: { Length: > 0 } id } claims && IsCurrent(claims)
            ? new Caller(id, claims.Email ?? "", claims.Roles ?? [], claims.Tier ?? Tiers.Free, claims.Session, claims.EmailVerified)
            {
                IssuedAt = DateTimeOffset.FromUnixTimeSeconds(claims.IssuedAt),
            }
            : null;
        return caller is not null;
    }

    /// <summary>The account's own, and admin for an address that the operator lists and that its owner has verified.</summary>
    internal IReadOnlyList<string> RolesOf(Account account) => RolesOf(account.Email, account.EmailVerifiedAt is not null, account.Roles);

    internal IReadOnlyList<string> RolesOf(string email, bool isVerified, IReadOnlyList<string> own) =>
        isVerified && _admins.Contains(email) ? [.. own.Union([Roles.Admin])] : own;

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
