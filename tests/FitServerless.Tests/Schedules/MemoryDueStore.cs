using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;

namespace FitServerless.Tests.Schedules;

internal sealed class MemoryDueStore : IDueStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(OccasionKind Kind, DateTimeOffset Slot, string Shard, string UserId, bool IsReplay), DueOccasion> _rows = [];

    public IReadOnlyList<DueOccasion> All
    {
        get
        {
            lock (_gate)
                return [.. _rows.Values];
        }
    }

    public IAsyncEnumerable<DateTimeOffset> FindSlotsAsync(
        OccasionKind kind, DateTimeOffset after, DateTimeOffset upTo, CancellationToken cancellationToken) =>
        All.Where(due => due.Kind == kind && due.Slot > after && due.Slot <= upTo).Select(due => due.Slot).Distinct().ToAsyncEnumerable();

    public IAsyncEnumerable<string> FindShardsAsync(OccasionKind kind, DateTimeOffset slot, CancellationToken cancellationToken) =>
        All.Where(due => due.Kind == kind && due.Slot == slot).Select(due => Shards.Of(due.UserId)).Distinct().ToAsyncEnumerable();

    public Task<DuePage> ReadAsync(DueShard shard, string? after, int limit, CancellationToken cancellationToken)
    {
        var page = All
            .Where(due => due.Kind == shard.Kind && due.Slot == shard.Slot && Shards.Of(due.UserId) == shard.Shard)
            .Where(due => string.CompareOrdinal(due.UserId, after ?? "") > 0)
            .Take(limit)
            .ToList();
        return Task.FromResult(new DuePage(page, page.Count == limit ? page[^1].UserId : null));
    }

    public Task<bool> HasAsync(OccasionKind kind, DateTimeOffset slot, string userId, CancellationToken cancellationToken) =>
        Task.FromResult(All.Any(due => due.Kind == kind && due.Slot == slot && due.UserId == userId && !due.IsReplay));

    public Task PutAsync(IEnumerable<DueOccasion> due, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var one in due)
                _rows[Key(one)] = one;
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(IEnumerable<DueOccasion> due, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var one in due)
                _rows.Remove(Key(one));
        }

        return Task.CompletedTask;
    }

    private static (OccasionKind Kind, DateTimeOffset Slot, string Shard, string UserId, bool IsReplay) Key(DueOccasion due) =>
        (due.Kind, due.Slot, Shards.Of(due.UserId), due.UserId, due.IsReplay);
}
