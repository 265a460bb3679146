using FitServerless.Accounts.MagicLinks;
using FitServerless.Administration.Switches;
using FitServerless.Privacy;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>Signing up, in and out.</summary>
public sealed class AccountService(
    IAccountStore accounts, SignUps signUps, PasswordLogin login, MagicLinkService links, SignIns signIns, SourceKeys sources,
    SourceFailures failures, AuditLog audit, SwitchBoard switches, IOptions<AccountOptions> options)
{
    public async Task<RegisterOutcome> RegisterAsync(Registration registration, Device device, CancellationToken cancellationToken)
    {
        if (RegistrationRules.Check(registration) is { Count: > 0 } errors)
            return new RegisterOutcome.Invalid(errors);
        return (await switches.ReadAsync(cancellationToken)).OpenRegistration ?? options.Value.OpenRegistration
            ? await TryAddAsync(registration, device, cancellationToken)
            : await SendLinkAsync(registration, device, cancellationToken);
    }

    public Task<LoginOutcome> LoginAsync(Credentials credentials, Device device, CancellationToken cancellationToken) =>
        login.RunAsync(credentials, device, cancellationToken);

    public Task<RefreshOutcome> RefreshAsync(string? refreshToken, CancellationToken cancellationToken) =>
        signIns.ContinueAsync(refreshToken, cancellationToken);

    /// <summary>No error for a token that is none.</summary>
    public async Task LogoutAsync(string? refreshToken, Device device, CancellationToken cancellationToken)
    {
        if (await signIns.EndAsync(refreshToken, cancellationToken) is { } accountId)
            await audit.AuditAsync(accountId, AuditActions.SignedOut, device.Origin, device.Name, cancellationToken);
    }

    public Task<Account?> FindAsync(string id, CancellationToken cancellationToken) => accounts.FindAsync(id, cancellationToken);

    /// <summary>Being told that an address is taken counts like a wrong password: nobody goes through a list of addresses.</summary>
    private async Task<RegisterOutcome> TryAddAsync(Registration registration, Device device, CancellationToken cancellationToken)
    {
        var source = sources.Of(device.Address);
        if (await failures.TakeAsync(source, cancellationToken) is { } wait)
            return new RegisterOutcome.TooMany(wait);
        var outcome = await signUps.RunAsync(registration, device, cancellationToken);
        if (outcome is RegisterOutcome.Registered)
            await failures.ReturnAsync(source, cancellationToken);
        return outcome;
    }

    /// <summary>
    /// The password is not kept: should somebody else have typed it, the owner, who follows the link, would have an account that opens to
    /// them. Who comes by the link sets one.
    /// </summary>
    private async Task<RegisterOutcome> SendLinkAsync(Registration registration, Device device, CancellationToken cancellationToken) =>
        await links.RequestAsync(registration.Email, device, cancellationToken) switch
        {
            LinkOutcome.TooMany { Wait: var wait } => new RegisterOutcome.TooMany(wait),
            LinkOutcome.NoMail => new RegisterOutcome.NoMail(),
            _ => new RegisterOutcome.LinkSent(),
        };
}
