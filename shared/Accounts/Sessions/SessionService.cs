using FitServerless.Privacy;

namespace FitServerless.Accounts.Sessions;

/// <summary>The sessions of an account: its families of refresh tokens.</summary>
public sealed class SessionService(IAccountStore accounts, IRefreshTokenStore families, AuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// The session of an access token, by what storage holds now; <c>null</c> when it has ended. For what a session that has ended must not do
    /// in the minutes that its last access token still lives. Two transactions.
    /// </summary>
    public async Task<LiveSession?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Session is not { } id)
            return null;
        var (account, family) = (accounts.FindAsync(caller.Id, cancellationToken), families.FindAsync(caller.Id, id, cancellationToken));
        return await family is { } session && await account is { } owner && IsLive(owner, session) ? new LiveSession(owner, session) : null;
    }

    /// <summary>The last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(caller.Id, cancellationToken) is not { } account)
            return [];
        var all = await families.ListAsync(caller.Id, cancellationToken);
        return [.. all.Where(family => IsLive(account, family)).OrderByDescending(family => family.RotatedAt).Select(family =>
            new Session(family.Id, family.Device, family.CreatedAt, family.RotatedAt, family.Id == caller.Session))];
    }

    /// <summary>False when there is no such session.</summary>
    public async Task<bool> EndAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        while (RefreshFamily.IsId(id) && await families.FindAsync(caller.Id, id, cancellationToken) is { } family)
        {
            if (family.Revoked)
                return true;
            if (!await families.TryUpdateAsync(family with { Revoked = true }, cancellationToken))
                continue;
            await audit.AuditAsync(caller.Id, AuditActions.SessionRevoked, caller.Origin, family.Device, cancellationToken);
            return true;
        }

        return false;
    }

    /// <summary>Ends all but the caller's, in one write. False when the caller's has ended itself.</summary>
    public async Task<bool> EndOthersAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, cancellationToken) is null
            || await accounts.ChangeAsync(caller.Id, account => account.EndSessions(caller.Session), cancellationToken) is null)
            return false;
        await audit.AuditAsync(caller.Id, AuditActions.SessionRevoked, caller.Origin, "all others", cancellationToken);
        return true;
    }

    private bool IsLive(Account account, RefreshFamily family) => account.Holds(family) && clock.GetUtcNow() < family.ExpiresAt;
}
