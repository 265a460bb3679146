using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>Admins say who is a trainer and who else is an admin.</summary>
public sealed class RoleService(IAccountStore accounts, SessionService sessions, AccessTokens tokens, AuditLog audit)
{
    /// <summary>Gives or takes a role. Shows when the account's access token is next refreshed.</summary>
    /// <param name="admin">Is asked for in storage: an access token may outlive the role, and the session.</param>
    public async Task<RoleOutcome> SetAsync(Caller admin, string userId, string role, bool isGiven, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(admin, cancellationToken) is not { } session || !tokens.RolesOf(session.Account).Contains(Roles.Admin))
            return RoleOutcome.NotAllowed;
        if (role is not (Roles.Trainer or Roles.Admin) || !Guid.TryParseExact(userId, "D", out _)
            || await accounts.ChangeAsync(userId, account => Set(account, role, isGiven), cancellationToken) is null)
            return RoleOutcome.NotFound;
        await audit.AuditAsync(
            userId, AuditActions.RolesChanged, AuditOrigin.Admin(null), $"{(isGiven ? "given" : "taken")}: {role}", cancellationToken);
        return RoleOutcome.Changed;
    }

    private static Account Set(Account account, string role, bool isGiven) =>
        account with { Roles = [.. isGiven ? account.Roles.Union([role]) : account.Roles.Except([role])] };
}
