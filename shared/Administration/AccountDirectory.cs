using System.Globalization;
using FitServerless.Accounts;
using FitServerless.Privacy;

namespace FitServerless.Administration;

/// <summary>The accounts, for admins. Each look stands in the admin's audit trail; one at a single account also in its owner's.</summary>
public sealed class AccountDirectory(IAccountStore accounts, AdminAccess admins, AccessTokens tokens, AuditLog audit, TimeProvider clock)
{
    /// <summary>A clock that is behind must not hide accounts that another process has just made.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>A page, in the order in which the accounts were made. Two transactions to see who asks, one to read, one to note it.</summary>
    public async Task<DirectoryOutcome> ListAsync(Caller admin, string? cursor, int limit, CancellationToken cancellationToken)
    {
        if (!await admins.IsAdminAsync(admin, cancellationToken))
            return new DirectoryOutcome.NotAllowed();
        if (await accounts.ListAsync(cursor, clock.GetUtcNow() + ClockSkew, limit, cancellationToken) is not { } page)
            return new DirectoryOutcome.NoCursor();
        await admins.NoteAsync(admin, string.Create(CultureInfo.InvariantCulture, $"accounts listed: {page.Accounts.Count}"), cancellationToken);
        return new DirectoryOutcome.Found(page with { Accounts = [.. page.Accounts.Select(WithRoles)] });
    }

    /// <summary>The account with an address, if there is one. Two point reads, two transactions to see who asks, one or two to note it.</summary>
    public async Task<DirectoryOutcome> FindAsync(Caller admin, string address, CancellationToken cancellationToken)
    {
        if (!await admins.IsAdminAsync(admin, cancellationToken))
            return new DirectoryOutcome.NotAllowed();
        if (!EmailAddress.TryNormalize(address, out var email))
            return new DirectoryOutcome.NoAddress();
        var account = await accounts.FindByEmailAsync(email, cancellationToken);
        if (account is not null)
            await audit.AuditAsync(account.Id, AuditActions.AdminAccess, AuditOrigin.Admin(null), "looked up by address", cancellationToken);
        var found = account is null ? "none" : AdminAccess.MarkOf(account.Id);
        await admins.NoteAsync(admin, $"account looked up by address: {found}", cancellationToken);
        return new DirectoryOutcome.Found(new AccountPage(account is null ? [] : [WithRoles(AccountSummary.Of(account))], null));
    }

    /// <summary>Who is an admin by the settings is shown as one.</summary>
    private AccountSummary WithRoles(AccountSummary account) =>
        account with { Roles = tokens.RolesOf(account.Email, account.IsEmailVerified, account.Roles) };
}
