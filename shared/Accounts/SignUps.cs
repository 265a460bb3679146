using FitServerless.Privacy;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>
/// Makes accounts, and signs whoever asks in to them. Cut off in between, by storage that is down or by a death, the same request again goes on
/// from there: until somebody has been signed in to it, an account opens to its password here, too.
/// </summary>
public sealed class SignUps(
    IAccountStore accounts, IRefreshTokenStore sessions, IPasswordHashes passwords, SignIns signIns, SourceKeys sources, AuditLog audit,
    IOptions<AccountOptions> options, TimeProvider clock)
{
    /// <summary>How long a client may take to repeat. Who comes later signs in, which is asked for more than the password.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Of requests at the same time the one that made the account has its turn: its other steps are some five calls to storage.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    /// <summary>The session is the last that is written: with it, it is done, and the address is taken.</summary>
    public async Task<RegisterOutcome> RunAsync(Registration registration, Device device, CancellationToken cancellationToken)
    {
        var account = Make(registration, device);
        if (!await accounts.TryAddAsync(account, cancellationToken))
        {
            if (await FindBegunAsync(account.Email, registration.Password!, cancellationToken) is not { } begun)
                return new RegisterOutcome.EmailTaken();
            account = begun;
        }

        await audit.AuditAsync(account.Id, AuditActions.SignedUp, device.Origin, device.Name, cancellationToken);
        return new RegisterOutcome.Registered(await signIns.StartAsync(account, device, SignInMethod.Password, cancellationToken));
    }

    private Account Make(Registration registration, Device device)
    {
        var now = clock.GetUtcNow();
        EmailAddress.TryNormalize(registration.Email, out var email);
        return new Account
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Email = email!,
            Name = registration.Name,
            TimeZone = registration.TimeZone ?? "UTC",
            Tier = options.Value.DefaultTier,
            CreatedAt = now,
            PasswordHash = passwords.Hash(registration.Password!),
            KnownSources = [sources.Of(device.Address)],
        };
    }

    /// <summary>Two transactions, a third for an account of the last hour, and a fourth for one of the last second.</summary>
    private async Task<Account?> FindBegunAsync(string email, string password, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(email, cancellationToken) is not { HasPassword: true, Suspension: null } known
            || clock.GetUtcNow() - known.CreatedAt >= Patience
            || await HasSessionAsync(known, cancellationToken)
            || passwords.Check(known.PasswordHash, password) == PasswordCheck.Wrong)
            return null;
        var rest = known.CreatedAt + Turn - clock.GetUtcNow();
        if (rest <= TimeSpan.Zero)
            return known;
        await Task.Delay(rest < Turn ? rest : Turn, clock, cancellationToken);
        return await HasSessionAsync(known, cancellationToken) ? null : known;
    }

    private async Task<bool> HasSessionAsync(Account account, CancellationToken cancellationToken) =>
        (await sessions.ListAsync(account.Id, cancellationToken)).Count > 0;
}
