using FitServerless.Chat;

namespace FitServerless.Tests.Chat;

/// <summary>A store that fails, before a commit or after it: then it was done, and nobody knows.</summary>
internal sealed class FaultyRoomStore(IRoomStore inner) : IRoomStore
{
    /// <summary>Is called before each call, and may throw.</summary>
    public Action? Fault { get; set; }

    /// <summary>Is called after each commit, and may throw.</summary>
    public Action? LostAnswer { get; set; }

    public Task<StoredRoom?> FindAsync(string roomId, CancellationToken cancellationToken) => CallAsync(() => inner.FindAsync(roomId, cancellationToken));

    public Task<StoredRoom?> TryCreateAsync(Room room, CancellationToken cancellationToken) =>
        CallAsync(() => inner.TryCreateAsync(room, cancellationToken));

    public async Task<RoomCommit> CommitAsync(StoredRoom before, RoomWrite write, CancellationToken cancellationToken)
    {
        var outcome = await CallAsync(() => inner.CommitAsync(before, write, cancellationToken));
        LostAnswer?.Invoke();
        return outcome;
    }

    public Task<IReadOnlyList<ChatMessage>> ReadMessagesAsync(string roomId, long after, int limit, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ReadMessagesAsync(roomId, after, limit, cancellationToken));

    public Task<ChatMessage?> FindMessageAsync(string roomId, SenderKey key, CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindMessageAsync(roomId, key, cancellationToken));

    public Task<IReadOnlyList<CallSignal>> ReadSignalsAsync(string roomId, long after, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ReadSignalsAsync(roomId, after, cancellationToken));

    public Task<IReadOnlyList<string>> ListAsync(string userId, int limit, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ListAsync(userId, limit, cancellationToken));

    public Task NoteAsync(string userId, string roomId, CancellationToken cancellationToken) => inner.NoteAsync(userId, roomId, cancellationToken);

    public Task DropNoteAsync(string userId, string roomId, CancellationToken cancellationToken) =>
        inner.DropNoteAsync(userId, roomId, cancellationToken);

    private Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        Fault?.Invoke();
        return call();
    }
}
