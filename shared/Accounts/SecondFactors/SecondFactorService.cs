using System.Security.Cryptography;
using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts.SecondFactors;

/// <summary>Turning a second factor on and off.</summary>
public sealed class SecondFactorService(
    IAccountStore accounts, SessionService sessions, SecondFactorCheck check, PasswordProof passwords, SecretSeals seals, SignInTries tries,
    AuditLog audit, IOptions<AccountOptions> options, TimeProvider clock)
{
    /// <summary>A new secret, which counts for nothing until it is confirmed; a repeat replaces it.</summary>
    public async Task<SecondFactorOutcome> EnrollAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(caller, cancellationToken) is not { Account: var account })
            return new SecondFactorOutcome.SignedOut();
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var factor = new SecondFactor { Secret = seals.Seal(secret, account.Id) };
        var changed = await accounts.ChangeAsync(
            account.Id, stored => stored.SecondFactor is { IsOn: true } ? null : stored with { SecondFactor = factor }, cancellationToken);
        return changed is null
            ? new SecondFactorOutcome.AlreadyOn()
            : new SecondFactorOutcome.Enrolled(Enrollments.Of(secret, account.Email, options.Value.Issuer));
    }

    public async Task<SecondFactorOutcome> ConfirmAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(caller, cancellationToken) is not { Account: var account })
            return new SecondFactorOutcome.SignedOut();
        if (account.SecondFactor is not { } factor)
            return new SecondFactorOutcome.NotEnrolled();
        if (factor.IsOn)
            return new SecondFactorOutcome.AlreadyOn();
        var codes = RecoveryCodes.New();
        var outcome = await tries.RunAsync(
            new TryKey(account.Id, "code"), TryPolicy.Proof, () => TurnOnAsync(account, code, codes, cancellationToken), cancellationToken);
        if (outcome is not TryOutcome.Right)
            return Refusal(outcome);
        await audit.AuditAsync(account.Id, AuditActions.TwoFactorEnabled, caller.Origin, null, cancellationToken);
        return new SecondFactorOutcome.Confirmed(codes);
    }

    /// <summary>By a code, or by the password.</summary>
    public async Task<SecondFactorOutcome> DisableAsync(Caller caller, string? code, string? password, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(caller, cancellationToken) is not { Account: var account })
            return new SecondFactorOutcome.SignedOut();
        if (account.SecondFactor is not { IsOn: true })
            return new SecondFactorOutcome.NotEnrolled();
        var proof = code is not null
            ? await check.RunAsync(account, code, cancellationToken)
            : await passwords.CheckAsync(account, password, cancellationToken);
        if (proof is not TryOutcome.Right)
            return Refusal(proof);
        await accounts.ChangeAsync(account.Id, stored => stored with { SecondFactor = null }, cancellationToken);
        await audit.AuditAsync(account.Id, AuditActions.TwoFactorDisabled, caller.Origin, null, cancellationToken);
        return new SecondFactorOutcome.Disabled();
    }

    private async Task<bool> TurnOnAsync(Account account, string code, IReadOnlyList<string> codes, CancellationToken cancellationToken) =>
        await accounts.ChangeAsync(account.Id, stored => TurnOn(stored, RecoveryCodes.Trim(code), codes), cancellationToken) is not null;

    private Account? TurnOn(Account account, string code, IReadOnlyList<string> codes)
    {
        if (account.SecondFactor is not { IsOn: false } factor
            || Totp.Match(seals.Open(factor.Secret, account.Id), code, clock.GetUtcNow(), factor.LastStep) is not { } step)
            return null;
        return account with { SecondFactor = factor with { IsOn = true, LastStep = step, RecoveryCodes = [.. codes.Select(RecoveryCodes.Hash)] } };
    }

    private static SecondFactorOutcome Refusal(TryOutcome outcome) =>
        outcome is TryOutcome.TooSoon { Wait: var wait } ? new SecondFactorOutcome.TooSoon(wait) : new SecondFactorOutcome.WrongProof();
}
