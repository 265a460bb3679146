using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Coach.Conversations;

/// <summary>A user's conversations are one partition: a row for each, and one for each turn.</summary>
internal sealed class TableConversationStore(AppTables tables) : IConversationStore
{
    private readonly TableClient _table = tables.Conversations;

    // Not an insert: the id is new, and a retry whose first answer was lost must not fail on its own row.
    public Task AddAsync(string userId, Conversation conversation, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(ConversationRows.ToRow(userId, conversation), TableUpdateMode.Replace, cancellationToken);

    public async Task<IReadOnlyList<Conversation>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var found = new List<Conversation>();
        await foreach (var row in Rows(userId, ConversationRows.Heads, cancellationToken))
            found.Add(ConversationRows.Conversation(row));
        return [.. found.OrderByDescending(conversation => conversation.UpdatedAt)];
    }

    public async Task<Transcript?> FindAsync(string userId, string id, CancellationToken cancellationToken)
    {
        var turns = TurnsAsync(userId, id, cancellationToken);
        var head = await _table.GetEntityIfExistsAsync<TableEntity>(userId, ConversationRows.HeadKey(id), cancellationToken: cancellationToken);
        var kept = await turns;
        // A turn that was written between the two reads is not this conversation's yet: its ETag would refuse the next one.
        return head.HasValue && ConversationRows.Conversation(head.Value!) is var found
            ? new Transcript(found, [.. kept.Where(turn => turn.Number <= found.TurnCount)])
            : null;
    }

    public Task<bool> TryAddTurnAsync(
        string userId, Conversation conversation, Turn turn, IReadOnlyList<Turn> dropped, CancellationToken cancellationToken)
    {
        var head = ConversationRows.ToRow(userId, conversation);
        List<TableTransactionAction> batch =
        [
            new(TableTransactionActionType.UpdateReplace, head, conversation.ETag),
            new(TableTransactionActionType.UpsertReplace, ConversationRows.ToRow(userId, conversation.Id, turn)),
            .. dropped.Select(old => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(userId, ConversationRows.TurnKey(conversation.Id, old.Number)), ETag.All)),
        ];
        return TrySubmitAsync(batch, cancellationToken);
    }

    public async Task<bool> DeleteAsync(string userId, string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await _table.GetEntityIfExistsAsync<TableEntity>(userId, ConversationRows.HeadKey(id), cancellationToken: cancellationToken);
            if (!head.HasValue)
                return false;
            // At most 51 rows, so one batch. The head goes under its ETag: a turn that was added meanwhile must go, too.
            var batch = new List<TableTransactionAction> { new(TableTransactionActionType.Delete, head.Value!, head.Value!.ETag) };
            await foreach (var row in Rows(userId, ConversationRows.Turns(id), cancellationToken))
                batch.Add(new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All));
            if (await TrySubmitAsync(batch, cancellationToken))
                return true;
        }
    }

    /// <summary>False when a row has changed or is gone.</summary>
    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> batch, CancellationToken cancellationToken)
    {
        try
        {
            await _table.SubmitTransactionAsync(batch, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<Turn>> TurnsAsync(string userId, string id, CancellationToken cancellationToken)
    {
        var turns = new List<Turn>();
        await foreach (var row in Rows(userId, ConversationRows.Turns(id), cancellationToken))
            turns.Add(ConversationRows.Turn(row));
        return turns;
    }

    private AsyncPageable<TableEntity> Rows(string userId, string prefix, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(KeyPrefix.Filter(userId, prefix), cancellationToken: cancellationToken);
}
