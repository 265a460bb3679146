using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>Admins say who is a trainer and who else is an admin.</summary>
public sealed class RoleService(IAccountStore accounts, AdminAccess admins, AuditLog audit)
{
    /// <summary>Gives or takes a role. Shows when the account's access token is next refreshed.</summary>
    public async Task<RoleOutcome> SetAsync(Caller admin, string userId, string role, bool isGiven, CancellationToken cancellationToken)
    {
        if (!await admins.IsAdminAsync(admin, cancellationToken))
            return RoleOutcome.NotAllowed;
        if (role is not (Roles.Trainer or Roles.Admin) || !Guid.TryParseExact(userId, "D", out _)
            || await accounts.ChangeAsync(userId, account => Set(account, role, isGiven), cancellationToken) is null)
            return RoleOutcome.NotFound;
        var change = $"{(isGiven ? "given" : "taken")}: {role}";
        await audit.AuditAsync(userId, AuditActions.RolesChanged, AuditOrigin.Admin(null), change, cancellationToken);
        await admins.NoteAsync(admin, $"role {change}, account {AdminAccess.MarkOf(userId)}", cancellationToken);
        return RoleOutcome.Changed;
    }

    private static Account Set(Account account, string role, bool isGiven) =>
        account with { Roles = [.. isGiven ? account.Roles.Union([role]) : account.Roles.Except([role])] };
}
