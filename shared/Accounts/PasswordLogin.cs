using System.Globalization;
using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>
/// Signing in by password. Who knows no password learns from answers, their time and their number of storage transactions nothing about which
/// addresses have accounts: an unknown address is looked up, hashed and counted like a known one.
/// </summary>
public sealed class PasswordLogin(
    IAccountStore accounts, IPasswordHashes passwords, SecondFactorCheck secondFactors, SignIns signIns, SignInTries tries,
    SourceFailures failures, SourceKeys sources, AuditLog audit)
{
    private const int KnownSources = 8;

    /// <summary>Checked where there is no account or no password.</summary>
    private readonly Lazy<string> _nobodysHash = new(() => passwords.Hash(Guid.NewGuid().ToString()));

    public async Task<LoginOutcome> RunAsync(Credentials credentials, Device device, CancellationToken cancellationToken)
    {
        if (credentials.Password is not { Length: <= RegistrationRules.MaxPassword } password
            || !EmailAddress.TryNormalize(credentials.Email, out var email))
            return new LoginOutcome.Refused();
        var source = sources.Of(device.Address);
        if (await failures.TakeAsync(source, cancellationToken) is { } wait)
            return new LoginOutcome.TooSoon(wait);
        var outcome = await TryAsync(email, password, credentials.Code, source, device, cancellationToken);
        if (outcome is LoginOutcome.SignedIn or LoginOutcome.CodeRequired or LoginOutcome.Suspended)
            await failures.ReturnAsync(source, cancellationToken);
        return outcome;
    }

    private async Task<LoginOutcome> TryAsync(
        string email, string password, string? code, string source, Device device, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email, cancellationToken);
        // A source that the account knows has a count of its own: what others guess does not make its owner wait.
        var strangers = new TryKey(EmailAddress.Key(email), "password");
        var key = account?.KnownSources.Contains(source) == true ? strangers with { Kind = source } : strangers;
        var check = PasswordCheck.Wrong;
        var outcome = await tries.RunAsync(
            key, TryPolicy.Password, () => Task.FromResult((check = Check(account, password)) != PasswordCheck.Wrong), cancellationToken);
        if (outcome is TryOutcome.TooSoon { Wait: var wait })
            return new LoginOutcome.TooSoon(wait);
        if (outcome is not TryOutcome.Right { FailedBefore: var failed })
            return new LoginOutcome.Refused();
        if (await CheckCodeAsync(account!, code, device, cancellationToken) is { } refusal)
            return refusal;
        if (account!.Suspension is not null)
            return new LoginOutcome.Suspended();
        if (key != strangers)
            failed += await tries.ForgetAsync(strangers, cancellationToken);
        await NoteAsync(account.Id, failed, device, cancellationToken);
        return new LoginOutcome.SignedIn(await SignInAsync(account, check, password, source, device, cancellationToken));
    }

    /// <summary>Failures are noted here and not when they happen: then, only accounts that exist could have them noted, and it would take time.</summary>
    private async Task NoteAsync(string accountId, int failed, Device device, CancellationToken cancellationToken)
    {
        if (failed > 0)
            await audit.AuditAsync(accountId, AuditActions.SignInFailed, AuditOrigin.System, Times(failed), cancellationToken);
        await audit.AuditAsync(accountId, AuditActions.SignedIn, device.Origin, device.Name, cancellationToken);
    }

    private static string Times(int failed) => string.Create(CultureInfo.InvariantCulture, $"{failed} times");

    private PasswordCheck Check(Account? account, string password)
    {
        var check = passwords.Check(account is { HasPassword: true } ? account.PasswordHash : _nobodysHash.Value, password);
        return account is { HasPassword: true } ? check : PasswordCheck.Wrong;
    }

    /// <summary>Why the code does not let in; <c>null</c> when it does, or when none is needed.</summary>
    private async Task<LoginOutcome?> CheckCodeAsync(Account account, string? code, Device device, CancellationToken cancellationToken)
    {
        if (account.SecondFactor is not { IsOn: true })
            return null;
        if (code is null)
            return new LoginOutcome.CodeRequired();
        var outcome = await secondFactors.RunAsync(account, code, cancellationToken);
        if (outcome is TryOutcome.Right)
            return null;
        if (outcome is TryOutcome.TooSoon { Wait: var wait })
            return new LoginOutcome.TooSoon(wait);
        await audit.CountAsync(account.Id, AuditActions.SignInFailed, device.Origin, cancellationToken);
        return new LoginOutcome.WrongCode();
    }

    private async Task<SignIn> SignInAsync(
        Account account, PasswordCheck check, string password, string source, Device device, CancellationToken cancellationToken)
    {
        var hash = check == PasswordCheck.RightButWeak ? passwords.Hash(password) : account.PasswordHash;
        if (hash != account.PasswordHash || !account.KnownSources.Contains(source))
        {
            await accounts.ChangeAsync(
                account.Id,
                stored => stored.PasswordHash == account.PasswordHash ? Know(stored, source) with { PasswordHash = hash } : null,
                cancellationToken);
        }

        return await signIns.StartAsync(account, device, SignInMethod.Password, cancellationToken);
    }

    private static Account Know(Account account, string source) =>
        account with { KnownSources = [.. account.KnownSources.Prepend(source).Distinct().Take(KnownSources)] };
}
