using FitServerless.Accounts.Lockout;

namespace FitServerless.Accounts.SecondFactors;

/// <summary>Whether codes are right. A right one is used up, in storage, before anybody is told.</summary>
public sealed class SecondFactorCheck(IAccountStore accounts, SecretSeals seals, SignInTries tries, TimeProvider clock)
{
    /// <param name="code">Six digits of the app, or a recovery code.</param>
    public Task<TryOutcome> RunAsync(Account account, string code, CancellationToken cancellationToken) => tries.RunAsync(
        new TryKey(account.Id, "code"),
        TryPolicy.Proof,
        async () => await accounts.ChangeAsync(account.Id, stored => Use(stored, code), cancellationToken) is not null,
        cancellationToken);

    private Account? Use(Account account, string code) =>
        account.SecondFactor is { IsOn: true } factor && Use(account.Id, factor, RecoveryCodes.Trim(code)) is { } used
            ? account with { SecondFactor = used }
            : null;

    private SecondFactor? Use(string accountId, SecondFactor factor, string code)
    {
        if (code.Length == Totp.Digits)
            return Totp.Match(seals.Open(factor.Secret, accountId), code, clock.GetUtcNow(), factor.LastStep) is { } step
                ? factor with { LastStep = step } : null;
        return RecoveryCodes.Use(factor.RecoveryCodes, code) is { } left ? factor with { RecoveryCodes = left } : null;
    }
}
