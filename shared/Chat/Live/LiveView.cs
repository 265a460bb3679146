namespace FitServerless.Chat.Live;

/// <summary>What a listener has been told of who is here, who types and who has read how far.</summary>
internal sealed class LiveView
{
    private readonly HashSet<string> _online = new(StringComparer.Ordinal);
    private readonly HashSet<string> _typing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _read = new(StringComparer.Ordinal);

    /// <summary>What is new since the last call. Leases end by themselves, so the same room may have news later.</summary>
    public IEnumerable<RoomEvent> Update(Room room, DateTimeOffset now)
    {
        foreach (var userId in room.Members.Select(member => member.UserId).Union(_online).Union(_typing).ToList())
        {
            if (Set(_online, userId, room.IsMember(userId) && room.Live.IsOnline(userId, now)) is { } online)
                yield return new RoomEvent.Presence(userId, online);
            if (Set(_typing, userId, room.IsMember(userId) && room.Live.IsTyping(userId, now)) is { } typing)
                yield return new RoomEvent.Typing(userId, typing);
            if (room.Live.ReadMarks.TryGetValue(userId, out var sequence) && sequence > _read.GetValueOrDefault(userId))
                yield return new RoomEvent.Read(userId, _read[userId] = sequence);
        }
    }

    /// <summary>When a lease ends that somebody was told of; <c>null</c> when there is none.</summary>
    public DateTimeOffset? NextEnd(Room room, DateTimeOffset now)
    {
        var ends = room.Live.Connections.Where(connection => _online.Contains(connection.UserId)).Select(connection => connection.Until)
            .Concat(room.Live.Typing.Where(notice => _typing.Contains(notice.UserId)).Select(notice => notice.Until))
            .Where(end => end > now)
            .ToList();
        return ends.Count > 0 ? ends.Min() : null;
    }

    private static bool? Set(HashSet<string> told, string userId, bool value) => (value ? told.Add(userId) : told.Remove(userId)) ? value : null;
}
