namespace FitServerless.Chat;

/// <summary>
/// What passes: who is here, who types, who has read how far. Every change is a merge that gives the same in any order and however often it
/// is repeated. A change that changes nothing returns the same instance.
/// </summary>
public sealed record RoomLive
{
    /// <summary>With 50 members about 10 KB; the oldest leases give way.</summary>
    private const int MaxConnections = 100;

    public static readonly RoomLive Nothing = new();

    /// <summary>The last sequence read, by member.</summary>
    public IReadOnlyDictionary<string, long> ReadMarks { get; init; } = new Dictionary<string, long>();

    public IReadOnlyList<RoomConnection> Connections { get; init; } = [];

    public IReadOnlyList<TypingNotice> Typing { get; init; } = [];

    public bool IsOnline(string userId, DateTimeOffset now) =>
        Connections.Any(connection => connection.UserId == userId && !connection.Closed && connection.Until > now);

    public bool IsTyping(string userId, DateTimeOffset now) =>
        Typing.Any(notice => notice.UserId == userId && notice.IsTyping && notice.Until > now);

    public RoomLive Read(string userId, long sequence) => sequence <= ReadMarks.GetValueOrDefault(userId)
        ? this
        : this with { ReadMarks = new Dictionary<string, long>(ReadMarks) { [userId] = sequence } };

    public RoomLive Type(TypingNotice notice, DateTimeOffset now)
    {
        if (notice.Until <= now || Typing.Any(known => known.UserId == notice.UserId && known.At >= notice.At))
            return this;
        return this with { Typing = [.. Typing.Where(known => known.UserId != notice.UserId && known.Until > now), notice] };
    }

    /// <summary>A stream begins, or, with <see cref="RoomConnection.Closed"/>, ends.</summary>
    public RoomLive Connect(RoomConnection connection, DateTimeOffset now)
    {
        if (connection.Until <= now || Connections.Any(known => known.Id == connection.Id && (known.Closed || !connection.Closed)))
            return this;
        var others = Connections.Where(known => known.Id != connection.Id && known.Until > now);
        var all = others.Append(connection).OrderBy(known => known.Until).ThenBy(known => known.Id);
        return this with { Connections = [.. all.TakeLast(MaxConnections)] };
    }

    public RoomLive Forget(string userId) => new()
    {
        ReadMarks = ReadMarks.Where(mark => mark.Key != userId).ToDictionary(),
        Connections = [.. Connections.Where(connection => connection.UserId != userId)],
        Typing = [.. Typing.Where(notice => notice.UserId != userId)],
    };
}
