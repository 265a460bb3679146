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

    /// <summary>One transaction. False when the account is gone. Keeps what others changed meanwhile of the account's other properties.</summary>
    Task<bool> SetAvatarAsync(string id, string? avatar, CancellationToken cancellationToken);

    /// <summary>
    /// One transaction. Writes what signing in depends on (password, second factor, sessions, sources, roles, verification) and leaves the rest.
    /// False when the account has changed since it was read, or is gone.
    /// </summary>
    Task<bool> TryUpdateAsync(Account account, CancellationToken cancellationToken);

    /// <summary>
    /// One transaction. Writes what people change themselves (name, time zone and settings) and leaves the rest. False when the account has changed
    /// since it was read, or is gone.
    /// </summary>
    Task<bool> TryUpdateProfileAsync(Account account, CancellationToken cancellationToken);
}
