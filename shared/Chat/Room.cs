namespace FitServerless.Chat;

/// <summary>All there is to know of a room but its messages: what its head row holds.</summary>
public sealed record Room
{
    /// <summary>
    /// The head row is rewritten with every message, and holds 64 KiB: 50 members with names of 100 characters of three bytes are 18 KB, their
    /// read marks 3 KB, notices 5 KB, streams 14 KB.
    /// </summary>
    public const int MaxMembers = 50;

    public required string Id { get; init; }

    public required string CreatorId { get; init; }

    public string? TrainerId { get; init; }

    /// <summary>In the order in which they joined.</summary>
    public required IReadOnlyList<RoomMember> Members { get; init; }

    /// <summary>Counts the batches that changed the room: of two looks at it, the one with more is the later.</summary>
    public long Version { get; init; }

    /// <summary>Of the last message. The first has 1, and each next one more.</summary>
    public long LastSequence { get; init; }

    /// <summary>Of the last call set-up signal, counted as messages are.</summary>
    public long LastSignal { get; init; }

    public RoomLive Live { get; init; } = RoomLive.Nothing;

    public RoomMember? Member(string userId) => Members.FirstOrDefault(member => member.UserId == userId);

    public bool IsMember(string userId) => Member(userId) is not null;

    /// <summary>The trainer and who made the room say who is in it.</summary>
    public bool IsRunBy(string userId) => IsMember(userId) && (userId == TrainerId || userId == CreatorId);

    public Room With(RoomMember member) => this with { Members = [.. Members, member] };

    public Room Without(string userId) => this with
    {
        Members = [.. Members.Where(member => member.UserId != userId)],
        Live = Live.Forget(userId),
    };
}
