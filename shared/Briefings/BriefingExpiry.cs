using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Briefings;

/// <summary>Takes briefings out that are no longer shown.</summary>
internal sealed class BriefingExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "briefings";

    private readonly ExpiringRows _rows = new(tables.Briefings, BriefingRows.ExpiresAt);

    public string Kind => Name;

    /// <summary>Reads all of somebody's, six kinds of <see cref="BriefingOptions.RetentionDays"/>: newer ones sort first.</summary>
    public Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
        _rows.PurgeAsync(owner, day, done, cancellationToken);
}
