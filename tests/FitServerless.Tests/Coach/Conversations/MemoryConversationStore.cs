using Azure;
using FitServerless.Coach.Conversations;

namespace FitServerless.Tests.Coach.Conversations;

/// <summary>Conversations of one user in memory.</summary>
internal sealed class MemoryConversationStore : IConversationStore
{
    private readonly Dictionary<string, Transcript> _conversations = [];
    private int _writes;

    /// <summary>Runs before the next turn is added, as another process would.</summary>
    public Action? Interloper { get; set; }

    public Task AddAsync(string userId, Conversation conversation, CancellationToken cancellationToken)
    {
        _conversations[conversation.Id] = new Transcript(conversation with { ETag = NextETag() }, []);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Conversation>> ListAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Conversation>>([.. _conversations.Values.Select(found => found.Conversation)]);

    public Task<Transcript?> FindAsync(string userId, string id, CancellationToken cancellationToken) =>
        Task.FromResult(_conversations.GetValueOrDefault(id));

    public Task<bool> TryAddTurnAsync(
        string userId, Conversation conversation, Turn turn, IReadOnlyList<Turn> dropped, CancellationToken cancellationToken)
    {
        var interloper = Interloper;
        Interloper = null;
        interloper?.Invoke();
        if (!_conversations.TryGetValue(conversation.Id, out var stored) || stored.Conversation.ETag != conversation.ETag)
            return Task.FromResult(false);
        _conversations[conversation.Id] = new Transcript(
            conversation with { ETag = NextETag() }, [.. stored.Turns.Where(kept => !dropped.Contains(kept)), turn]);
        return Task.FromResult(true);
    }

    public Task<bool> DeleteAsync(string userId, string id, CancellationToken cancellationToken) => Task.FromResult(_conversations.Remove(id));

    private ETag NextETag() => new($"{++_writes}");
}
