using System.Collections.Concurrent;

namespace FitServerless.Sync;

/// <summary>
/// The heads this process saw last: saves a writer the read before its batch. A stale one does no harm, the batch's ETag refuses it.
/// </summary>
internal sealed class HeadCache
{
    /// <summary>About 250 bytes each, so 5 MB at most.</summary>
    private const int Capacity = 20_000;

    private readonly ConcurrentDictionary<string, Head> _heads = new(StringComparer.Ordinal);

    public Head? Find(string userId) => _heads.GetValueOrDefault(userId);

    public void Remember(string userId, Head head)
    {
        if (_heads.Count >= Capacity)
            _heads.Clear();
        _heads[userId] = head;
    }

    public void Forget(string userId) => _heads.TryRemove(userId, out _);
}
