using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Accounts.Lockout;

/// <summary>Takes out failures that are forgotten.</summary>
internal sealed class TryExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "signInTries";

    private readonly ExpiringRows _rows = new(tables.SignInTries, nameof(FailedTries.ExpiresAt));

    public string Kind => Name;

    public Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
        _rows.PurgeAsync(owner, day, done, cancellationToken);
}
