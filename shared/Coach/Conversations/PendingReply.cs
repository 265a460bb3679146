using FitServerless.Accounts;
using FitServerless.Sync;

namespace FitServerless.Coach.Conversations;

/// <summary>A message that waits for its reply.</summary>
public sealed class PendingReply
{
    /// <summary>Each attempt is lost to another message of the same conversation.</summary>
    private const int MaxAttempts = 10;

    private readonly IConversationStore _store;
    private readonly ReplyWriter _writer;
    private readonly TimeProvider _clock;
    private readonly Caller _caller;
    private readonly (string Id, string Text) _message;
    private Transcript _transcript;

    internal PendingReply(
        IConversationStore store,
        ReplyWriter writer,
        TimeProvider clock,
        Caller caller,
        Transcript transcript,
        (string Id, string Text) message) =>
        (_store, _writer, _clock, _caller, _transcript, _message) = (store, writer, clock, caller, transcript, message);

    /// <summary>
    /// Writes the reply and keeps it with its message; <c>null</c> when the conversation has gone meanwhile. Until it is kept nothing is: who
    /// was cut off sends the message again.
    /// </summary>
    /// <param name="tell">
    /// Is told the reply sentence by sentence. Where the same message was answered twice at once, the turn that is kept counts.
    /// </param>
    /// <exception cref="SyncContentionException">Other messages kept coming first.</exception>
    public async Task<Turn?> WriteAsync(Func<string, CancellationToken, ValueTask>? tell, CancellationToken cancellationToken)
    {
        var reply = await _writer.WriteAsync(_transcript, _message.Text, _caller, tell, cancellationToken);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var conversation = _transcript.Conversation;
            var now = _clock.GetUtcNow();
            var turn = new Turn(conversation.TurnCount + 1, _message.Id, _message.Text, reply.Text, reply.Model) { At = now };
            var dropped = _transcript.Turns.SkipLast(Conversation.MaxTurns - 1).ToList();
            var next = conversation with
            {
                TurnCount = turn.Number,
                UpdatedAt = now,
                Summary = RunningSummary.Extend(conversation.Summary, dropped),
            };
            if (await _store.TryAddTurnAsync(_caller.Id, next, turn, dropped, cancellationToken))
                return turn;
            if (await _store.FindAsync(_caller.Id, conversation.Id, cancellationToken) is not { } changed)
                return null;
            if (changed.Find(_message.Id) is { } kept)
                return kept;
            _transcript = changed;
        }

        throw new SyncContentionException();
    }
}
