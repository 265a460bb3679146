using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Chat;

/// <summary>
/// Takes one person out of a room. A room of two is about both, and has both in its name: it goes as a whole. In a larger one the others keep
/// theirs, and each message of the person becomes an empty one of nobody, at its place, so that the sequence stays without a gap.
/// </summary>
internal sealed class RoomErasure(AppTables tables, IRoomStore store, RoomWriter writer, TimeProvider clock)
{
    /// <summary>The sender of what was erased; no account has this id.</summary>
    public const string Nobody = "deleted";

    private const int BatchRows = 100;

    private readonly TableClient _table = tables.ChatMessages;

    /// <summary>Safe to repeat, and to be killed in: the membership, by which the room is found again, goes last.</summary>
    public async Task EraseAsync(string roomId, string userId, CancellationToken cancellationToken)
    {
        var room = (await store.FindAsync(roomId, cancellationToken))?.Room;
        if (RoomIds.PairOf(roomId) is { } pair && pair.Contains(userId))
            await DropAsync(roomId, pair.Where(member => member != userId), cancellationToken);
        // Without a head it is no room: what is there, if anything, is what an earlier try left.
        else if (room is null || room.Members.All(member => member.UserId == userId))
            await DropAsync(roomId, [], cancellationToken);
        else
            await LeaveAsync(room, userId, cancellationToken);
    }

    private async Task DropAsync(string roomId, IEnumerable<string> others, CancellationToken cancellationToken)
    {
        foreach (var member in others)
            await store.DropNoteAsync(member, roomId, cancellationToken);
        await _table.DeletePartitionAsync(RoomRowKeys.Room(roomId), cancellationToken);
    }

    private async Task LeaveAsync(Room room, string userId, CancellationToken cancellationToken)
    {
        var partition = RoomRowKeys.Room(room.Id);
        await EmptyMessagesAsync(room, userId, cancellationToken);
        var (first, end) = RoomRowKeys.OnceOf(userId);
        await _table.DeleteFoundAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {first} and RowKey lt {end}"), null, cancellationToken);
        await _table.DeleteRowsAsync(partition, await SignalsAsync(room.Id, userId, cancellationToken), null, cancellationToken);
        await writer.WriteAsync(room.Id, null, now => Without(now, userId, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Messages never change otherwise, so that none of this needs the head.</summary>
    private async Task EmptyMessagesAsync(Room room, string userId, CancellationToken cancellationToken)
    {
        var name = room.Member(userId)?.Name;
        var (partition, first, end) = (RoomRowKeys.Room(room.Id), RoomRowKeys.Message(0), RoomRowKeys.MessageEnd);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey gt {first} and RowKey lt {end} and (UserId eq {userId} or UserId eq {ChatMessage.System})");
        var batch = new List<TableTransactionAction>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (Emptied(RoomRows.Message(row), userId, name) is not { } message)
                continue;
            batch.Add(new(TableTransactionActionType.UpdateReplace, RoomRows.Message(room.Id, message), ETag.All));
            if (batch.Count < BatchRows)
                continue;
            await _table.SubmitTransactionAsync(batch, cancellationToken);
            batch.Clear();
        }

        if (batch.Count > 0)
            await _table.SubmitTransactionAsync(batch, cancellationToken);
    }

    /// <summary><c>null</c> when it says nothing of the person.</summary>
    private static ChatMessage? Emptied(ChatMessage message, string userId, string? name)
    {
        if (message.UserId == userId)
            return new ChatMessage($"{Nobody}-{message.Sequence}", message.Sequence, Nobody, "", "") { Timestamp = message.Timestamp };
        return name is not null && message.UserId == ChatMessage.System && Membership.Renamed(message.Content, name) is { } content
            ? message with { Content = content }
            : null;
    }

    private async Task<IReadOnlyList<string>> SignalsAsync(string roomId, string userId, CancellationToken cancellationToken) =>
        [.. (await store.ReadSignalsAsync(roomId, 0, cancellationToken))
            .Where(signal => signal.UserId == userId || signal.To == userId)
            .Select(signal => RoomRowKeys.Signal(signal.Number))];

    private static RoomWrite? Without(Room room, string userId, DateTimeOffset now)
    {
        if (!room.IsMember(userId) && room.CreatorId != userId && room.TrainerId != userId)
            return null;
        var left = room.Without(userId);
        var sequence = room.LastSequence + 1;
        // Somebody has to be able to say who is in it: who has been there longest.
        return new RoomWrite(left with
        {
            CreatorId = room.CreatorId == userId ? left.Members[0].UserId : room.CreatorId,
            TrainerId = room.TrainerId == userId ? null : room.TrainerId,
            LastSequence = sequence,
        })
        {
            Message = ChatMessage.FromRoom(sequence, Membership.LeftForGood, now),
        };
    }
}
