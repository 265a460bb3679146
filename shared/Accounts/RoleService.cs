using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>Admins say who is a trainer and who else is an admin.</summary>
public sealed class RoleService(IAccountStore accounts, AuditLog audit)
{
    /// <summary>
    /// Gives or takes a role. False when the caller is no admin, the role is none that can be given, or the account does not exist. Shows when
    /// the account's access token is next refreshed.
    /// </summary>
    public async Task<bool> SetAsync(Caller admin, string userId, string role, bool isGiven, CancellationToken cancellationToken)
    {
        if (!admin.Roles.Contains(Roles.Admin) || role is not (Roles.Trainer or Roles.Admin) || !Guid.TryParseExact(userId, "D", out _))
            return false;
        if (await accounts.ChangeAsync(userId, account => Set(account, role, isGiven), cancellationToken) is null)
            return false;
        await audit.AuditAsync(
            userId, AuditActions.RolesChanged, AuditOrigin.Admin(null), $"{(isGiven ? "given" : "taken")}: {role}", cancellationToken);
        return true;
    }

    private static Account Set(Account account, string role, bool isGiven) =>
        account with { Roles = [.. isGiven ? account.Roles.Union([role]) : account.Roles.Except([role])] };
}
