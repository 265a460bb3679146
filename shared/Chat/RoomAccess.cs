using FitServerless.Sync;

namespace FitServerless.Chat;

/// <summary>Rooms as their members see them. For everybody else there are none.</summary>
public sealed class RoomAccess(IRoomStore store, RoomCache cache)
{
    /// <summary>As this process last saw it, moments ago. Mostly no transaction, at most one.</summary>
    /// <returns><c>null</c> when there is no such room, or the user is not in it.</returns>
    public async Task<Room?> FindAsync(string roomId, string userId, CancellationToken cancellationToken) =>
        cache.Find(roomId)?.Room is { } known && known.IsMember(userId) ? known : await ReadAsync(roomId, userId, cancellationToken);

    /// <summary>As it is now. One transaction.</summary>
    /// <returns><c>null</c> when there is no such room, or the user is not in it.</returns>
    public async Task<Room?> ReadAsync(string roomId, string userId, CancellationToken cancellationToken)
    {
        if (!DocumentIds.IsValid(roomId) || await store.FindAsync(roomId, cancellationToken) is not { } found)
            return null;
        cache.Remember(found);
        return found.Room.IsMember(userId) ? found.Room : null;
    }
}
