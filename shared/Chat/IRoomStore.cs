namespace FitServerless.Chat;

/// <summary>Rooms and what was said in them: a partition a room. All of it is one transaction a call unless it says otherwise.</summary>
public interface IRoomStore
{
    Task<StoredRoom?> FindAsync(string roomId, CancellationToken cancellationToken);

    /// <summary>Adds a room; <c>null</c> when there is one with that id. A transaction for each member, and one.</summary>
    Task<StoredRoom?> TryCreateAsync(Room room, CancellationToken cancellationToken);

    /// <summary>All or nothing, and only if the room is still as it was read.</summary>
    Task<RoomCommit> CommitAsync(StoredRoom before, RoomWrite write, CancellationToken cancellationToken);

    /// <summary>Messages behind <paramref name="after"/>, ascending.</summary>
    Task<IReadOnlyList<ChatMessage>> ReadMessagesAsync(string roomId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>The message that was committed under this key. Two transactions.</summary>
    Task<ChatMessage?> FindMessageAsync(string roomId, SenderKey key, CancellationToken cancellationToken);

    /// <summary>Signals behind <paramref name="after"/>, ascending, as far as they are kept.</summary>
    Task<IReadOnlyList<CallSignal>> ReadSignalsAsync(string roomId, long after, CancellationToken cancellationToken);

    /// <summary>Ids of rooms that the user is or was in.</summary>
    Task<IReadOnlyList<string>> ListAsync(string userId, int limit, CancellationToken cancellationToken);

    /// <summary>Notes that the user is in the room, before they are: a note too many is harmless, one too few hides a room.</summary>
    Task NoteAsync(string userId, string roomId, CancellationToken cancellationToken);

    Task DropNoteAsync(string userId, string roomId, CancellationToken cancellationToken);
}
