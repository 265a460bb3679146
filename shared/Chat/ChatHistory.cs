namespace FitServerless.Chat;

/// <summary>What was said in a room.</summary>
public sealed class ChatHistory(IRoomStore store, RoomAccess access)
{
    /// <summary>
    /// Messages behind <paramref name="after"/>, ascending; <c>null</c> when there is no such room for the user. At most two transactions.
    /// </summary>
    public async Task<IReadOnlyList<ChatMessage>?> ReadAsync(
        string roomId, string userId, long after, int limit, CancellationToken cancellationToken) =>
        await access.FindAsync(roomId, userId, cancellationToken) is null
            ? null
            : await store.ReadMessagesAsync(roomId, after, limit, cancellationToken);
}
