using FitServerless.Sync;

namespace FitServerless.Chat;

/// <summary>Changes rooms: decides on what it knows, commits under the head's ETag, and decides again when another writer was first.</summary>
public sealed class RoomWriter(IRoomStore store, IEnumerable<IRoomObserver> observers, TimeProvider clock)
{
    /// <summary>Messages come from the room's one entity; only a change of membership, made beside it, can be first.</summary>
    private const int MaxAttempts = 12;

    private readonly IRoomObserver[] _observers = [.. observers];

    /// <param name="known">The room as it was last seen. It may be outdated: that nothing is to be done is believed only of a fresh look.</param>
    /// <param name="decide">Has no effects, for it may be called more than once; <c>null</c> when there is nothing to do.</param>
    /// <returns><c>null</c> when there is no such room.</returns>
    /// <exception cref="SyncContentionException">Other writers were first each time.</exception>
    public async Task<RoomWritten?> WriteAsync(
        string roomId, StoredRoom? known, Func<Room, RoomWrite?> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if ((known ?? await store.FindAsync(roomId, cancellationToken)) is not { } before)
                return null;
            var isFresh = known is null;
            known = null;
            if (decide(before.Room) is { } decided)
            {
                var write = decided with { After = decided.After with { Version = before.Room.Version + 1 } };
                if (await CommitAsync(before, write, cancellationToken) is { } written)
                    return written;
                if (attempt > 1)
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 30 * attempt)), clock, cancellationToken);
            }
            else if (isFresh)
            {
                return new RoomWritten(before, null);
            }
        }

        throw new SyncContentionException();
    }

    /// <summary><c>null</c> when another writer was first.</summary>
    private async Task<RoomWritten?> CommitAsync(StoredRoom before, RoomWrite write, CancellationToken cancellationToken)
    {
        switch (await store.CommitAsync(before, write, cancellationToken))
        {
            case RoomCommit.Committed { Room: var after }:
                foreach (var observer in _observers)
                    observer.Committed(before.Room, after, write);
                return new RoomWritten(after, write);
            case RoomCommit.Duplicate:
                return new RoomWritten(before, write, IsDuplicate: true);
            default:
                return null;
        }
    }
}
