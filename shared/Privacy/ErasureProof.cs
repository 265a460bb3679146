using FitServerless.Accounts;
using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Accounts.Sessions;

namespace FitServerless.Privacy;

/// <summary>
/// Whether it is the person, and not somebody at their unlocked phone, who wants the account deleted: by the password, by a code of the second
/// factor in its place, or by having signed in by a link moments ago, which is all that accounts without a password can show.
/// </summary>
public sealed class ErasureProof(SessionService sessions, PasswordProof passwords, SecondFactorCheck secondFactors, TimeProvider clock)
{
    /// <summary>Why it is not; <c>null</c> when it is.</summary>
    public async Task<ErasureOutcome?> RefuseAsync(
        Caller caller, Account account, string? password, string? code, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(caller, cancellationToken) is { } session && session.IsFreshLink(clock.GetUtcNow()))
            return null;
        if (string.IsNullOrEmpty(password) && string.IsNullOrEmpty(code))
            return new ErasureOutcome.ProofNeeded();
        var outcome = code is { Length: > 0 } && account.SecondFactor is not null
            ? await secondFactors.RunAsync(account, code, cancellationToken)
            : await passwords.CheckAsync(account, password, cancellationToken);
        return outcome switch
        {
            TryOutcome.Right => null,
            TryOutcome.TooSoon { Wait: var wait } => new ErasureOutcome.TooSoon(wait),
            _ => new ErasureOutcome.WrongProof(),
        };
    }
}
