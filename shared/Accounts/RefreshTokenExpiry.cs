using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Accounts;

/// <summary>Takes out sign-ins that ended of themselves. One that was used since it was noted has moved on, and is looked at again then.</summary>
internal sealed class RefreshTokenExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "refreshTokens";

    private readonly ExpiringRows _rows = new(tables.RefreshTokens, nameof(RefreshFamily.ExpiresAt));

    public string Kind => Name;

    /// <remarks>
    /// A process whose clock is behind may move one on while it is deleted; its owner then signs in again, which an hour later they had to.
    /// </remarks>
    public Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
        _rows.PurgeAsync(owner, day, done, cancellationToken);
}
