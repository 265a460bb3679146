using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>Changing the password, setting a first one, and replacing one that was forgotten.</summary>
public sealed class PasswordService(
    IAccountStore accounts, SessionService sessions, PasswordProof proof, IPasswordHashes hashes, AuditLog audit, TimeProvider clock)
{
    /// <summary>Ends all other sessions.</summary>
    /// <param name="current">Not needed where there is none, and right after a sign-in by a link.</param>
    public async Task<PasswordOutcome> ChangeAsync(Caller caller, string? current, string? next, CancellationToken cancellationToken)
    {
        if (RegistrationRules.CheckPassword(next) is { } error)
            return new PasswordOutcome.Invalid(new Dictionary<string, string[]> { ["new"] = [error] });
        if (await sessions.FindAsync(caller, cancellationToken) is not { } session)
            return new PasswordOutcome.SignedOut();
        if (!IsProof(session) && await proof.CheckAsync(session.Account, current, cancellationToken) is var outcome and not TryOutcome.Right)
            return outcome is TryOutcome.TooSoon { Wait: var wait } ? new PasswordOutcome.TooSoon(wait) : new PasswordOutcome.WrongPassword();
        var (old, hash) = (session.Account.PasswordHash, hashes.Hash(next!));
        var changed = await accounts.ChangeAsync(
            caller.Id,
            account => account.PasswordHash == old ? account.EndSessions(caller.Session) with { PasswordHash = hash, KnownSources = [] } : null,
            cancellationToken);
        // Another device has just changed it: what this one knew is no longer right.
        if (changed is null)
            return new PasswordOutcome.WrongPassword();
        await audit.AuditAsync(caller.Id, AuditActions.PasswordChanged, caller.Origin, null, cancellationToken);
        return new PasswordOutcome.Changed();
    }

    private bool IsProof(LiveSession session) => !session.Account.HasPassword || session.IsFreshLink(clock.GetUtcNow());
}
