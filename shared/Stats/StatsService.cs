using FitServerless.Accounts;
using FitServerless.Sync;
using FitServerless.Workouts;

namespace FitServerless.Stats;

/// <summary>Statistics of one user's workouts, from the list by date alone.</summary>
public sealed class StatsService(ISyncStore store, IAccountStore accounts, TimeProvider clock)
{
    private const int PageRows = 1000;

    /// <summary>The newest 20,000 workouts: ten a day for five years. Each is kept in some 200 bytes.</summary>
    private const int MaxPages = 20;

    /// <summary>
    /// One transaction when nothing is new; else three, and one more for each further 1,000 workouts.
    /// </summary>
    /// <param name="known">What the caller has (<c>If-None-Match</c>).</param>
    public async Task<StatsRead> ReadAsync(string userId, StatsRange range, StatsTag? known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The head first: what is written from here on may be in the answer, and is not yet in its tag.
        var head = await store.ReadHeadAsync(userId, fresh: true, cancellationToken);
        if (known is { } tag && tag.Head == head.Last && now < tag.Until)
            return new StatsRead.NotModified(tag);
        var account = accounts.FindAsync(userId, cancellationToken);
        var entries = await ReadEntriesAsync(userId, cancellationToken);
        var days = LocalDays.In((await account)?.TimeZone);
        var today = days.Of(now);
        return new StatsRead.Found(
            new StatsTag(head.Last, days.StartOf(today.AddDays(1))), new StatsReport(entries, range, days, today).Make());
    }

    private async Task<List<StatEntry>> ReadEntriesAsync(string userId, CancellationToken cancellationToken)
    {
        var entries = new List<StatEntry>();
        string? cursor = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var items = await store.ListAsync(userId, new ListQuery(Workout.Collection, PageRows, cursor), cancellationToken);
            entries.AddRange(items.Items.Select(StatEntries.Read).OfType<StatEntry>());
            cursor = items.NextCursor;
            if (cursor is null)
                break;
        }

        return entries;
    }
}
