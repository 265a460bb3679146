using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>Refresh tokens: issue, rotate, end.</summary>
public sealed partial class RefreshTokens(
    IRefreshTokenStore store, IOptions<AccountOptions> options, TimeProvider clock, ILogger<RefreshTokens> logger)
{
    private readonly AccountOptions _options = options.Value;

    /// <summary>Keys of their own, so that an access token's signature can never pass for a refresh token's.</summary>
    private readonly IReadOnlyList<byte[]> _keys = options.Value.DeriveKeys("refresh tokens");

    public async Task<RefreshedToken> IssueAsync(Account account, Device device, SignInMethod method, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var family = new RefreshFamily
        {
            AccountId = account.Id,
            Id = RefreshFamily.NewId(),
            Device = device.Name,
            Method = method,
            CreatedAt = now,
            Epoch = account.SessionEpoch,
            Generation = 1,
            RotatedAt = now,
            ExpiresAt = now.AddDays(_options.RefreshTokenDays),
        };
        await store.AddAsync(family, cancellationToken);
        return new RefreshedToken(family, TextOf(family));
    }

    /// <summary>The next token and whose it is; <c>null</c> when the one presented is not, or no longer, good.</summary>
    public async Task<RefreshedToken?> RotateAsync(string? text, CancellationToken cancellationToken)
    {
        if (RefreshToken.Parse(text, _keys) is not { } token)
            return null;
        while (await store.FindAsync(token.AccountId, token.Family, cancellationToken) is { } family)
        {
            var now = clock.GetUtcNow();
            switch (family.Judge(token, now, TimeSpan.FromSeconds(_options.RefreshGraceSeconds)))
            {
                case RefreshVerdict.Repeat:
                    return new RefreshedToken(family, TextOf(family));
                case RefreshVerdict.Rotate:
                    var next = family with
                    {
                        Generation = family.Generation + 1,
                        RotatedAt = now,
                        ExpiresAt = now.AddDays(_options.RefreshTokenDays),
                    };
                    // Otherwise two answers raced: look again, and the loser finds itself within the grace.
                    if (await store.TryUpdateAsync(next, cancellationToken))
                        return new RefreshedToken(next, TextOf(next));
                    break;
                case RefreshVerdict.Revoke:
                    LogReuse(family.AccountId, family.Id);
                    await EndAsync(token, cancellationToken);
                    return null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Ends the sign-in. Whose it was; <c>null</c> when the token is none, or its sign-in has ended before.</summary>
    public async Task<string?> EndAsync(string? text, CancellationToken cancellationToken) =>
        RefreshToken.Parse(text, _keys) is { } token && await EndAsync(token, cancellationToken) ? token.AccountId : null;

    private async Task<bool> EndAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(token.AccountId, token.Family, cancellationToken) is { Revoked: false } family)
        {
            if (await store.TryUpdateAsync(family with { Revoked = true }, cancellationToken))
                return true;
        }

        return false;
    }

    private string TextOf(RefreshFamily family) => new RefreshToken(family.AccountId, family.Id, family.Generation).ToText(_keys[0]);

    [LoggerMessage(1101, LogLevel.Warning, "A refresh token of account {AccountId} was used twice; its family {Family} is revoked")]
    private partial void LogReuse(string accountId, string family);
}
