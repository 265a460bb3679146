using FitServerless.Live;

namespace FitServerless.Chat.Live;

/// <summary>
/// Follows rooms by their head rows: a look is a point read, and none at all when this process itself has just committed something.
/// </summary>
internal sealed class RoomSource(IRoomStore store, RoomCache cache) : ILiveSource<RoomSnapshot>
{
    public async Task<IReadOnlyList<RoomSnapshot>> ReadAsync(string key, long after, CancellationToken cancellationToken)
    {
        if (cache.Latest(key) is { } known && known.Room.Version > after)
            return [new RoomSnapshot(known.Room)];
        if (await store.FindAsync(key, cancellationToken) is not { } found)
            return [];
        cache.Remember(found);
        return found.Room.Version > after ? [new RoomSnapshot(found.Room)] : [];
    }
}
