using FitServerless.Schedules.Runs;

namespace FitServerless.Schedules.Storage;

/// <summary>Who is due when: an index by kind, slot and shard, and never a search among all people.</summary>
internal interface IDueStore
{
    /// <summary>
    /// The slots behind <paramref name="after"/>, up to <paramref name="upTo"/>, that hold somebody. A transaction each, and one more.
    /// </summary>
    IAsyncEnumerable<DateTimeOffset> FindSlotsAsync(
        OccasionKind kind, DateTimeOffset after, DateTimeOffset upTo, CancellationToken cancellationToken);

    /// <summary>The shards of a slot that hold somebody. A transaction each, and one more.</summary>
    IAsyncEnumerable<string> FindShardsAsync(OccasionKind kind, DateTimeOffset slot, CancellationToken cancellationToken);

    /// <summary>In the order of their keys, from behind one. One transaction.</summary>
    Task<DuePage> ReadAsync(DueShard shard, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Whether somebody stands in a slot. One transaction.</summary>
    Task<bool> HasAsync(OccasionKind kind, DateTimeOffset slot, string userId, CancellationToken cancellationToken);

    /// <summary>Adds or replaces. One transaction for each hundred of a slot and shard.</summary>
    Task PutAsync(IEnumerable<DueOccasion> due, CancellationToken cancellationToken);

    /// <summary>Those that are there. One transaction for each hundred of a slot and shard.</summary>
    Task DeleteAsync(IEnumerable<DueOccasion> due, CancellationToken cancellationToken);
}
