using FitServerless.Accounts;
using FitServerless.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Coach.Conversations;

/// <summary>People's talks with the coach.</summary>
public sealed class ConversationService
{
    private readonly IConversationStore _store;
    private readonly ReplyWriter _writer;
    private readonly CoachQuotas _quotas;
    private readonly CoachOptions _options;
    private readonly TimeProvider _clock;

    internal ConversationService(
        IConversationStore store, ReplyWriter writer, CoachQuotas quotas, IOptions<CoachOptions> options, TimeProvider clock) =>
        (_store, _writer, _quotas, _options, _clock) = (store, writer, quotas, options.Value, clock);

    public async Task<CreateOutcome> CreateAsync(string userId, ConversationRequest request, CancellationToken cancellationToken)
    {
        if (ConversationRules.Check(request) is { Count: > 0 } errors)
            return new CreateOutcome.Invalid(errors);
        // An old one is not dropped to make room: what people told the coach is theirs to delete.
        if ((await _store.ListAsync(userId, cancellationToken)).Count >= _options.MaxConversations)
            return new CreateOutcome.Full();
        var now = _clock.GetUtcNow();
        var conversation = new Conversation
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Personality = request.Personality ?? Personalities.Supportive,
            Voice = request.Voice ?? Voices.Neutral,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await _store.AddAsync(userId, conversation, cancellationToken);
        return new CreateOutcome.Created(conversation);
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Conversation>> ListAsync(string userId, CancellationToken cancellationToken) =>
        _store.ListAsync(userId, cancellationToken);

    public Task<Transcript?> FindAsync(string userId, string id, CancellationToken cancellationToken) =>
        DocumentIds.IsValid(id) ? _store.FindAsync(userId, id, cancellationToken) : Task.FromResult<Transcript?>(null);

    /// <summary>False when there was none.</summary>
    public Task<bool> DeleteAsync(string userId, string id, CancellationToken cancellationToken) =>
        DocumentIds.IsValid(id) ? _store.DeleteAsync(userId, id, cancellationToken) : Task.FromResult(false);

    public async Task<MessageOutcome> SendAsync(Caller caller, string id, MessageRequest request, CancellationToken cancellationToken)
    {
        if (ConversationRules.Check(request) is { Count: > 0 } errors)
            return new MessageOutcome.Invalid(errors);
        var entry = await _quotas.EnterAsync(caller, cancellationToken);
        if (!entry.IsAllowed)
            return new MessageOutcome.Limited { Standings = [entry.Standing] };
        if (await FindAsync(caller.Id, id, cancellationToken) is not { } transcript)
            return new MessageOutcome.NotFound { Standings = [entry.Standing] };
        var messageId = request.Id ?? Guid.CreateVersion7(_clock.GetUtcNow()).ToString();
        return transcript.Find(messageId) is { } turn
            ? new MessageOutcome.Repeated(turn) { Standings = [entry.Standing] }
            : new MessageOutcome.Ready(new PendingReply(_store, _writer, _clock, caller, transcript, (messageId, request.Text!)))
            {
                Standings = [entry.Standing],
            };
    }
}
