namespace FitServerless.Accounts;

/// <summary>Admins say who is a trainer and who else is an admin.</summary>
public sealed class RoleService(IAccountStore accounts)
{
    /// <summary>
    /// Gives or takes a role. False when the caller is no admin, the role is none that can be given, or the account does not exist. Shows when
    /// the account's access token is next refreshed.
    /// </summary>
    public async Task<bool> SetAsync(Caller admin, string userId, string role, bool isGiven, CancellationToken cancellationToken) =>
        admin.Roles.Contains(Roles.Admin)
        && role is Roles.Trainer or Roles.Admin
        && Guid.TryParseExact(userId, "D", out _)
        && await accounts.ChangeAsync(userId, account => Set(account, role, isGiven), cancellationToken) is not null;

    private static Account Set(Account account, string role, bool isGiven) =>
        account with { Roles = [.. isGiven ? account.Roles.Union([role]) : account.Roles.Except([role])] };
}
