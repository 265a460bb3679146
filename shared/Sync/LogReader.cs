using Microsoft.Extensions.Options;

namespace FitServerless.Sync;

/// <summary>Reads the log as a device needs it: what is new since its cursor, or that it must start over.</summary>
public sealed class LogReader(ISyncStore store, TimeProvider clock, IOptions<SyncOptions> options)
{
    /// <returns><c>null</c> when deletes that the device has not heard of are forgotten.</returns>
    public async Task<PulledPage?> ReadAsync(
        string userId, IReadOnlyCollection<string>? collections, SyncCursor cursor, int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var page = await store.ReadLogAsync(userId, collections, cursor.Position, limit, cancellationToken);
        var head = page.Head;
        // Only a cursor as old as that can be before the horizon; asking for it early spares the device the pages up to the head. A new device has
        // none.
        if (head is null && cursor != SyncCursor.Start
            && cursor.KnowsDeletesSince.Ticks < now.UtcTicks - TimeSpan.FromDays(options.Value.TombstoneDays).Ticks)
            head = await store.ReadHeadAsync(userId, fresh: true, cancellationToken);
        if (cursor != SyncCursor.Start && head is not null && cursor.KnowsDeletesSince < head.Horizon)
            return null;
        return new PulledPage(page, cursor, cursor.After(page, now));
    }

    public Task<DigestRead> ReadDigestAsync(string userId, IReadOnlyCollection<string>? collections, CancellationToken cancellationToken) =>
        store.ReadDigestAsync(userId, collections, cancellationToken);
}
