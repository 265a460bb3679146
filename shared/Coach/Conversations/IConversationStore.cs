namespace FitServerless.Coach.Conversations;

/// <summary>Conversations by user.</summary>
internal interface IConversationStore
{
    /// <summary>One transaction.</summary>
    Task AddAsync(string userId, Conversation conversation, CancellationToken cancellationToken);

    /// <summary>Newest first. One transaction for a thousand.</summary>
    Task<IReadOnlyList<Conversation>> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Two transactions side by side.</summary>
    Task<Transcript?> FindAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a turn and takes away the ones that are no longer kept, all or nothing; false when the conversation has changed since it was read,
    /// or is gone. One transaction.
    /// </summary>
    Task<bool> TryAddTurnAsync(
        string userId, Conversation conversation, Turn turn, IReadOnlyList<Turn> dropped, CancellationToken cancellationToken);

    /// <summary>Leaves nothing of it. False when there was none. Three transactions.</summary>
    Task<bool> DeleteAsync(string userId, string id, CancellationToken cancellationToken);
}
