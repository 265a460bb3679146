using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Quotas;

/// <summary>Takes out the counts of who has not come for a day and more: by then every window is over, and a missing row counts nothing.</summary>
internal sealed class QuotaExpiry(AppTables tables) : IExpiring
{
    /// <summary>The longest window, and a day for clocks and processes that still hold some of it.</summary>
    public const int KeptDays = 2;

    private readonly ExpiringRows _rows = new(tables.Quotas, TableQuotaStore.UsedAt) { DueOn = DueOn };

    public string Kind => CleanupJob.Quotas;

    public Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
        _rows.PurgeAsync(owner, day, done, cancellationToken);

    /// <summary>Rows from before the time was kept are due at once.</summary>
    private static DateOnly DueOn(DateTimeOffset? usedAt) =>
        usedAt is { } time ? DateOnly.FromDateTime(time.UtcDateTime).AddDays(KeptDays) : DateOnly.MinValue;
}
