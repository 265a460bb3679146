using FitServerless.Accounts;
using FitServerless.Privacy;

namespace FitServerless.Administration;

/// <summary>
/// Shuts accounts and opens them again. All sessions end in the write that shuts it, and nobody signs in from then on. Access tokens that are
/// out are refused at once by this process, and end within <see cref="AccountOptions.AccessTokenMinutes"/> everywhere.
/// </summary>
public sealed class SuspensionService(
    IAccountStore accounts, AdminAccess admins, AccessTokens tokens, RefusedCallers refused, AuditLog audit, TimeProvider clock)
{
    /// <summary>What fits an entry of the audit trail.</summary>
    public const int MaxReason = 200;

    /// <summary>Safe to repeat, and to be killed in: a repeat writes what is missing, and a further entry in the trails. Six transactions.</summary>
    /// <param name="reason">The person sees it.</param>
    public async Task<SuspensionOutcome> SuspendAsync(Caller admin, string userId, string? reason, CancellationToken cancellationToken)
    {
        if (reason is { Length: > MaxReason } || reason?.Any(char.IsControl) == true)
            return SuspensionOutcome.BadReason;
        if (!await admins.IsAdminAsync(admin, cancellationToken))
            return SuspensionOutcome.NotAllowed;
        var outcome = await ChangeAsync(
            userId,
            account => tokens.RolesOf(account).Contains(Roles.Admin) ? null : account.Suspend(clock.GetUtcNow(), reason),
            cancellationToken);
        if (outcome != SuspensionOutcome.Done)
            return outcome;
        refused.Add(userId);
        await audit.AuditAsync(userId, AuditActions.AccountSuspended, AuditOrigin.Admin(null), reason, cancellationToken);
        await admins.NoteAsync(admin, $"account suspended: {AdminAccess.MarkOf(userId)}", cancellationToken);
        return outcome;
    }

    /// <summary>The person signs in again; the sessions from before stay ended. Safe to repeat, and to be killed in. Six transactions.</summary>
    public async Task<SuspensionOutcome> RestoreAsync(Caller admin, string userId, CancellationToken cancellationToken)
    {
        if (!await admins.IsAdminAsync(admin, cancellationToken))
            return SuspensionOutcome.NotAllowed;
        var outcome = await ChangeAsync(userId, account => account with { Suspension = null }, cancellationToken);
        if (outcome != SuspensionOutcome.Done)
            return outcome;
        refused.Remove(userId);
        await audit.AuditAsync(userId, AuditActions.AccountRestored, AuditOrigin.Admin(null), null, cancellationToken);
        await admins.NoteAsync(admin, $"account restored: {AdminAccess.MarkOf(userId)}", cancellationToken);
        return outcome;
    }

    private async Task<SuspensionOutcome> ChangeAsync(string userId, Func<Account, Account?> change, CancellationToken cancellationToken)
    {
        // Another form of the same id is another key, and no id is a key with characters that none may have.
        while (Guid.TryParseExact(userId, "D", out _) && await accounts.FindAsync(userId, cancellationToken) is { } account)
        {
            if (change(account) is not { } changed)
                return SuspensionOutcome.IsAdmin;
            if (await accounts.TryUpdateAsync(changed, cancellationToken))
                return SuspensionOutcome.Done;
        }

        return SuspensionOutcome.NotFound;
    }
}
