using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Chat;

internal sealed class TableRoomStore(AppTables tables) : IRoomStore
{
    /// <summary>Where a batch has the head row, and the row that says that this was said.</summary>
    private const int HeadIndex = 0;
    private const int OnceIndex = 1;

    private readonly TableClient _table = tables.ChatMessages;

    public async Task<StoredRoom?> FindAsync(string roomId, CancellationToken cancellationToken) =>
        await FindRowAsync(roomId, RoomRowKeys.Head, cancellationToken) is { } row
            ? new StoredRoom(RoomRows.Room(row), row.ETag.ToString("H")) : null;

    public async Task<StoredRoom?> TryCreateAsync(Room room, CancellationToken cancellationToken)
    {
        await Task.WhenAll(room.Members.Select(member => NoteAsync(member.UserId, room.Id, cancellationToken)));
        try
        {
            var answer = await _table.AddEntityAsync(RoomRows.Head(room), cancellationToken);
            return new StoredRoom(room, answer.Headers.ETag!.Value.ToString("H"));
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return null;
        }
    }

    public async Task<RoomCommit> CommitAsync(StoredRoom before, RoomWrite write, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await _table.SubmitTransactionAsync(Batch(before, write), cancellationToken);
            return new RoomCommit.Committed(new StoredRoom(write.After, answers.Value[HeadIndex].Headers.ETag!.Value.ToString("H")));
        }
        catch (TableTransactionFailedException e) when (e.Status == 409 && e.FailedTransactionActionIndex == OnceIndex && write.Once is not null)
        {
            return new RoomCommit.Duplicate();
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return new RoomCommit.HeadMoved();
        }
    }

    public async Task<IReadOnlyList<ChatMessage>> ReadMessagesAsync(
        string roomId, long after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RoomRowKeys.Room(roomId)} and RowKey gt {RoomRowKeys.Message(after)} and RowKey lt {RoomRowKeys.MessageEnd}");
        var messages = new List<ChatMessage>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken))
        {
            messages.Add(RoomRows.Message(row));
            if (messages.Count == limit)
                break;
        }

        return messages;
    }

    public async Task<ChatMessage?> FindMessageAsync(string roomId, SenderKey key, CancellationToken cancellationToken)
    {
        var once = await FindRowAsync(roomId, RoomRowKeys.Once(key), cancellationToken);
        return once?.GetInt64("Sequence") is { } sequence
            && await FindRowAsync(roomId, RoomRowKeys.Message(sequence), cancellationToken) is { } row
                ? RoomRows.Message(row)
                : null;
    }

    public async Task<IReadOnlyList<CallSignal>> ReadSignalsAsync(string roomId, long after, CancellationToken cancellationToken)
    {
        var (partition, first, end) = (RoomRowKeys.Room(roomId), RoomRowKeys.SignalStart, RoomRowKeys.SignalEnd);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey gt {first} and RowKey lt {end} and Number gt {after}");
        var signals = new List<CallSignal>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, CallSignal.Kept, cancellationToken: cancellationToken))
            signals.Add(RoomRows.Signal(row));
        return [.. signals.OrderBy(signal => signal.Number)];
    }

    public async Task<IReadOnlyList<string>> ListAsync(string userId, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RoomRowKeys.RoomsOf(userId)}");
        var rooms = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken))
        {
            rooms.Add(row.GetString("RoomId")!);
            if (rooms.Count == limit)
                break;
        }

        return rooms;
    }

    public Task NoteAsync(string userId, string roomId, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(RoomRowKeys.RoomsOf(userId), RoomRowKeys.Room(roomId)) { ["RoomId"] = roomId }, TableUpdateMode.Replace, cancellationToken);

    public Task DropNoteAsync(string userId, string roomId, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(RoomRowKeys.RoomsOf(userId), RoomRowKeys.Room(roomId), ETag.All, cancellationToken);

    private static List<TableTransactionAction> Batch(StoredRoom before, RoomWrite write)
    {
        var roomId = write.After.Id;
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.UpdateReplace, RoomRows.Head(write.After), new ETag(before.ETag)),
        };
        if (write.Once is { } once)
            actions.Add(new(TableTransactionActionType.Add, RoomRows.Once(roomId, once, write.Message?.Sequence)));
        if (write.Message is { } message)
            actions.Add(new(TableTransactionActionType.Add, RoomRows.Message(roomId, message)));
        if (write.Signal is { } signal)
            actions.Add(new(TableTransactionActionType.UpsertReplace, RoomRows.Signal(roomId, signal)));
        return actions;
    }

    private async Task<TableEntity?> FindRowAsync(string roomId, string rowKey, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(RoomRowKeys.Room(roomId), rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
