using FitServerless.Cleanup;
using Microsoft.Extensions.Options;

namespace FitServerless.Sync;

/// <summary>Forgets deletes that are past the horizon.</summary>
internal sealed class TombstoneExpiry(ISyncStore store, IOptions<SyncOptions> options) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "tombstones";

    public string Kind => Name;

    /// <summary>The day by whose end a delete of this day is to be forgotten.</summary>
    public static DateOnly DueAfter(DateOnly deleted, SyncOptions options) => deleted.AddDays(options.TombstoneDays);

    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var end = day.AddDays(1 - options.Value.TombstoneDays).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var purged = await store.PurgeTombstonesAsync(owner, new Sequence(end.Ticks - 1), cancellationToken);
        done.Rows += purged.Rows;
        return purged.Oldest is { } oldest ? DueAfter(DateOnly.FromDateTime(new DateTime(oldest.Ticks)), options.Value) : null;
    }
}
