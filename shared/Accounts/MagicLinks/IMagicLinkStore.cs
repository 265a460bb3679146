namespace FitServerless.Accounts.MagicLinks;

/// <summary>Links that were sent; each call but the last is one transaction.</summary>
internal interface IMagicLinkStore
{
    Task AddAsync(MagicLink link, CancellationToken cancellationToken);

    Task<MagicLink?> FindAsync(LinkToken.Place place, CancellationToken cancellationToken);

    /// <summary>False when it has changed since it was read.</summary>
    Task<bool> TryUpdateAsync(MagicLink link, CancellationToken cancellationToken);

    /// <summary>Deletes all that were sent to an address on some days.</summary>
    Task DeleteAsync(string email, IReadOnlyList<string> days, CancellationToken cancellationToken);
}
