namespace FitServerless.Accounts;

/// <summary>Accounts by id and by e-mail.</summary>
public interface IAccountStore
{
    /// <summary>False when the e-mail has an account already. Two transactions.</summary>
    Task<bool> TryAddAsync(Account account, CancellationToken cancellationToken);

    /// <summary>Two transactions.</summary>
    Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>One transaction.</summary>
    Task<Account?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>One transaction. Keeps what others changed meanwhile of the account's other properties.</summary>
    Task SetPasswordHashAsync(string id, string passwordHash, CancellationToken cancellationToken);

    /// <summary>Writes what people change themselves: name, time zone and settings. False when the row has changed since it was read. One transaction.</summary>
    Task<bool> TryUpdateProfileAsync(Account account, CancellationToken cancellationToken);
}
