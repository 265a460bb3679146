namespace FitServerless.Accounts.Lockout;

/// <summary>Counts of failures; each call is one transaction, the first write of a subject in a process up to three more.</summary>
internal interface ITryStore
{
    Task<FailedTries> FindAsync(TryKey key, CancellationToken cancellationToken);

    /// <summary>False when it has changed since it was read.</summary>
    Task<bool> TryWriteAsync(TryKey key, FailedTries tries, CancellationToken cancellationToken);

    Task DeleteAsync(TryKey key, CancellationToken cancellationToken);
}
