namespace FitServerless.Accounts;

/// <summary>Families of refresh tokens; each call is one transaction, the first of an account in a process up to three more.</summary>
public interface IRefreshTokenStore
{
    Task AddAsync(RefreshFamily family, CancellationToken cancellationToken);

    Task<RefreshFamily?> FindAsync(string accountId, string familyId, CancellationToken cancellationToken);

    /// <summary>All of an account, ended ones as well.</summary>
    Task<IReadOnlyList<RefreshFamily>> ListAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>False when the family has changed since it was read.</summary>
    Task<bool> TryUpdateAsync(RefreshFamily family, CancellationToken cancellationToken);
}
