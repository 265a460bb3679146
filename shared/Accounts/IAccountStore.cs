namespace FitServerless.Accounts;

/// <summary>Accounts by id and by e-mail.</summary>
public interface IAccountStore
{
    /// <summary>False when the e-mail has an account already. Two transactions.</summary>
    Task<bool> TryAddAsync(Account account, CancellationToken cancellationToken);

    /// <summary>Two transactions, whether there is one or not: the time it takes tells nothing.</summary>
    Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>One transaction.</summary>
    Task<Account?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// A page of those made before a time, the oldest first; of several storage accounts, one's after the other's. One transaction. A page may have
    /// fewer than the limit, even none, and there are more all the same.
    /// </summary>
    /// <param name="cursor">What the page before ended with, or <c>null</c>.</param>
    /// <param name="limit">At most 1,000.</param>
    /// <returns><c>null</c> when the cursor is none of ours.</returns>
    Task<AccountPage?> ListAsync(string? cursor, DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>One transaction. False when the account is gone. Keeps what others changed meanwhile of the account's other properties.</summary>
    Task<bool> SetAvatarAsync(string id, string? avatar, CancellationToken cancellationToken);

    /// <summary>
    /// One transaction. Writes what signing in depends on (password, second factor, sessions, sources, roles, verification, suspension) and leaves
    /// the rest. False when the account has changed since it was read, or is gone.
    /// </summary>
    Task<bool> TryUpdateAsync(Account account, CancellationToken cancellationToken);

    /// <summary>
    /// One transaction. Writes what people change themselves (name, time zone and settings) and leaves the rest. False when the account has changed
    /// since it was read, or is gone.
    /// </summary>
    Task<bool> TryUpdateProfileAsync(Account account, CancellationToken cancellationToken);
}
