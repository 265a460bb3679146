using FitServerless.Chat;

namespace FitServerless.Bench.Budgets;

/// <summary>Takes everything and keeps nothing but the head: fast enough for a hundred thousand messages.</summary>
internal sealed class ForgetfulRoomStore(Room room) : IRoomStore
{
    private StoredRoom _head = new(room, "\"0\"");

    public Task<StoredRoom?> FindAsync(string roomId, CancellationToken cancellationToken) => Task.FromResult<StoredRoom?>(_head);

    public Task<RoomCommit> CommitAsync(StoredRoom before, RoomWrite write, CancellationToken cancellationToken) =>
        Task.FromResult<RoomCommit>(new RoomCommit.Committed(_head = new StoredRoom(write.After, $"W/\"datetime'{write.After.Version:D32}'\"")));

    public Task<StoredRoom?> TryCreateAsync(Room room, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ChatMessage>> ReadMessagesAsync(string roomId, long after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ChatMessage?> FindMessageAsync(string roomId, SenderKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<CallSignal>> ReadSignalsAsync(string roomId, long after, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ListAsync(string userId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task NoteAsync(string userId, string roomId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DropNoteAsync(string userId, string roomId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
