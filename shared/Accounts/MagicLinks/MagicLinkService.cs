using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Mail;
using FitServerless.Privacy;
using FitServerless.Quotas;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts.MagicLinks;

/// <summary>
/// Signing in, and up, by a link sent to one's address. Asking for one does the same whether or not the address has an account: nothing looks.
/// </summary>
public sealed class MagicLinkService
{
    private readonly IMagicLinkStore _links;
    private readonly AddressOwners _owners;
    private readonly SecondFactorCheck _secondFactors;
    private readonly SignIns _signIns;
    private readonly QuotaService _quotas;
    private readonly SourceKeys _sources;
    private readonly IMailer _mailer;
    private readonly LinkLetters _letters;
    private readonly AuditLog _audit;
    private readonly AccountOptions _options;
    private readonly TimeProvider _clock;
    private readonly QuotaPolicy _perAddress, _perSource;

    internal MagicLinkService(
        IMagicLinkStore links, AddressOwners owners, SecondFactorCheck secondFactors, SignIns signIns, QuotaService quotas, SourceKeys sources,
        IMailer mailer, LinkLetters letters, AuditLog audit, IOptions<AccountOptions> options, TimeProvider clock)
    {
        (_links, _owners, _secondFactors, _signIns, _quotas, _sources) = (links, owners, secondFactors, signIns, quotas, sources);
        (_mailer, _letters, _audit, _options, _clock) = (mailer, letters, audit, options.Value, clock);
        _perAddress = new QuotaPolicy("links-per-address", _options.LinksPerAddressAndHour, TimeSpan.FromHours(1));
        _perSource = new QuotaPolicy("links-per-source", _options.LinksPerSourceAndHour, TimeSpan.FromHours(1));
    }

    /// <exception cref="MailOutageException">The letter did not leave; it does not count.</exception>
    public async Task<LinkOutcome> RequestAsync(string? address, Device device, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryNormalize(address, out var email))
            return new LinkOutcome.NoAddress();
        if (!_mailer.CanSend)
            return new LinkOutcome.NoMail();
        var source = _sources.Of(device.Address);
        var verdict = await _quotas.TakeAsync(source, _perSource, cancellationToken);
        if (!verdict.IsAllowed)
            return new LinkOutcome.TooMany(TimeSpan.FromSeconds(verdict.Standing.ResetSeconds));
        // Not told: whoever asks for somebody else's address must not learn what they did.
        if ((await _quotas.TakeAsync(EmailAddress.Key(email), _perAddress, cancellationToken)).IsAllowed)
            await SendAsync(email, source, cancellationToken);
        return new LinkOutcome.Accepted();
    }

    /// <summary>Uses a link up and signs its reader in, with a new account where there is none.</summary>
    public async Task<VerifyOutcome> VerifyAsync(string? token, string? code, Device device, CancellationToken cancellationToken)
    {
        if (LinkToken.Parse(token) is not { } place
            || await _links.FindAsync(place, cancellationToken) is not { } link || !link.IsGood(_clock.GetUtcNow()))
            return new VerifyOutcome.Refused();
        // Before the link is used up: who has to look for the phone can come back with it.
        var account = await _owners.FindAsync(link.Email, cancellationToken);
        if (await CheckCodeAsync(account, code, cancellationToken) is { } refusal)
            return refusal;
        if (account?.Suspension is not null)
            return new VerifyOutcome.Suspended();
        if (!await TryUseAsync(link, cancellationToken))
            return new VerifyOutcome.Refused();
        var owner = await _owners.VerifyAsync(link.Email, cancellationToken);
        await _audit.AuditAsync(owner.Id, AuditActions.SignedIn, device.Origin, $"by a link, {device.Name}", cancellationToken);
        return new VerifyOutcome.SignedIn(await _signIns.StartAsync(owner, device, SignInMethod.Link, cancellationToken));
    }

    private async Task SendAsync(string email, string source, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var (token, place) = LinkToken.New(now);
        var link = new MagicLink { Place = place, Email = email, ExpiresAt = now.AddMinutes(_options.LinkMinutes) };
        await _links.AddAsync(link, cancellationToken);
        try
        {
            await _mailer.SendAsync(_letters.Write(email, token, place), cancellationToken);
        }
        catch (MailOutageException)
        {
            // Who asks again when letters leave again must not have used up their quota on those that did not.
            await _quotas.ReturnAsync(source, _perSource, cancellationToken);
            await _quotas.ReturnAsync(EmailAddress.Key(email), _perAddress, cancellationToken);
            throw;
        }
    }

    private async Task<VerifyOutcome?> CheckCodeAsync(Account? account, string? code, CancellationToken cancellationToken)
    {
        // Of an account whose address nobody has verified, the second factor may be a squatter's; it does not survive the link.
        if (account is not { SecondFactor.IsOn: true, EmailVerifiedAt: not null })
            return null;
        if (code is null)
            return new VerifyOutcome.CodeRequired();
        return await _secondFactors.RunAsync(account, code, cancellationToken) switch
        {
            TryOutcome.Right => null,
            TryOutcome.TooSoon { Wait: var wait } => new VerifyOutcome.TooSoon(wait),
            _ => new VerifyOutcome.WrongCode(),
        };
    }

    /// <summary>Of many at once, one. A repeat whose first answer from storage was lost finds its own name.</summary>
    private async Task<bool> TryUseAsync(MagicLink link, CancellationToken cancellationToken)
    {
        var user = Guid.NewGuid().ToString("N");
        return await _links.TryUpdateAsync(link with { UsedBy = user }, cancellationToken)
            || await _links.FindAsync(link.Place, cancellationToken) is { } stored && stored.UsedBy == user;
    }
}
