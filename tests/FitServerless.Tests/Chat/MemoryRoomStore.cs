using FitServerless.Chat;

namespace FitServerless.Tests.Chat;

/// <summary>Rooms in memory, under the same contract as the real ones.</summary>
internal sealed class MemoryRoomStore : IRoomStore
{
    private readonly Dictionary<string, Partition> _rooms = [];
    private readonly HashSet<(string UserId, string RoomId)> _notes = [];
    private int _etags;

    public Task<StoredRoom?> FindAsync(string roomId, CancellationToken cancellationToken) =>
        Task.FromResult(_rooms.GetValueOrDefault(roomId)?.Head);

    public Task<StoredRoom?> TryCreateAsync(Room room, CancellationToken cancellationToken)
    {
        foreach (var member in room.Members)
            _notes.Add((member.UserId, room.Id));
        return Task.FromResult(_rooms.TryAdd(room.Id, new Partition(Stored(room))) ? _rooms[room.Id].Head : null);
    }

    public Task<RoomCommit> CommitAsync(StoredRoom before, RoomWrite write, CancellationToken cancellationToken)
    {
        var room = _rooms[write.After.Id];
        if (room.Head.ETag != before.ETag)
            return Task.FromResult<RoomCommit>(new RoomCommit.HeadMoved());
        if (write.Once is { } once && !room.Once.TryAdd(once, write.Message?.Sequence))
            return Task.FromResult<RoomCommit>(new RoomCommit.Duplicate());
        if (write.Message is { } message)
            room.Messages.Add(message.Sequence, message);
        if (write.Signal is { } signal)
            room.Signals[signal.Number % CallSignal.Kept] = signal;
        room.Head = Stored(write.After);
        return Task.FromResult<RoomCommit>(new RoomCommit.Committed(room.Head));
    }

    public Task<IReadOnlyList<ChatMessage>> ReadMessagesAsync(string roomId, long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChatMessage>>([.. _rooms[roomId].Messages.Values.Where(message => message.Sequence > after).Take(limit)]);

    public Task<ChatMessage?> FindMessageAsync(string roomId, SenderKey key, CancellationToken cancellationToken) =>
        Task.FromResult(_rooms[roomId].Once.GetValueOrDefault(key) is { } sequence ? _rooms[roomId].Messages[sequence] : null);

    public Task<IReadOnlyList<CallSignal>> ReadSignalsAsync(string roomId, long after, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CallSignal>>(
            [.. _rooms[roomId].Signals.Values.Where(signal => signal.Number > after).OrderBy(signal => signal.Number)]);

    public Task<IReadOnlyList<string>> ListAsync(string userId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. _notes.Where(note => note.UserId == userId).Select(note => note.RoomId).Take(limit)]);

    public Task NoteAsync(string userId, string roomId, CancellationToken cancellationToken)
    {
        _notes.Add((userId, roomId));
        return Task.CompletedTask;
    }

    public Task DropNoteAsync(string userId, string roomId, CancellationToken cancellationToken)
    {
        _notes.Remove((userId, roomId));
        return Task.CompletedTask;
    }

    private StoredRoom Stored(Room room) => new(room, $"W/\"{++_etags}\"");

    private sealed class Partition(StoredRoom head)
    {
        public StoredRoom Head { get; set; } = head;

        public SortedDictionary<long, ChatMessage> Messages { get; } = [];

        public Dictionary<SenderKey, long?> Once { get; } = [];

        public Dictionary<long, CallSignal> Signals { get; } = [];
    }
}
