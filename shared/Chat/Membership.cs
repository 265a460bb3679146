namespace FitServerless.Chat;

/// <summary>Who may join and leave a room; the room says so when they do.</summary>
internal static class Membership
{
    /// <summary>What the room says when somebody's account is gone.</summary>
    public const string LeftForGood = "Somebody left for good";

    private const string Joined = " joined";
    private const string Left = " left";

    private static readonly MembershipDecision NotFound = new(new MembershipOutcome.NotFound());
    private static readonly MembershipDecision Forbidden = new(new MembershipOutcome.Forbidden());
    private static readonly MembershipDecision SoAlready = new(new MembershipOutcome.Done());

    public static MembershipDecision Add(Room room, string callerId, RoomMember member, DateTimeOffset now)
    {
        if (!room.IsMember(callerId))
            return NotFound;
        if (!room.IsRunBy(callerId))
            return Forbidden;
        if (room.IsMember(member.UserId))
            return SoAlready;
        if (room.Members.Count == Room.MaxMembers)
            return new(new MembershipOutcome.Full());
        return Changed(room.With(member), member.Name + Joined, now);
    }

    public static MembershipDecision Remove(Room room, string callerId, string? userId, DateTimeOffset now)
    {
        if (!room.IsMember(callerId))
            return NotFound;
        if (callerId != userId && !room.IsRunBy(callerId))
            return Forbidden;
        return userId is not null && room.Member(userId) is { } member ? Changed(room.Without(userId), member.Name + Left, now) : SoAlready;
    }

    /// <summary>The same without the name; <c>null</c> when it is about another.</summary>
    public static string? Renamed(string words, string name) =>
        words == name + Joined ? "Somebody" + Joined : words == name + Left ? "Somebody" + Left : null;

    private static MembershipDecision Changed(Room after, string words, DateTimeOffset now)
    {
        var sequence = after.LastSequence + 1;
        return new(
            new MembershipOutcome.Done(),
            new RoomWrite(after with { LastSequence = sequence }) { Message = ChatMessage.FromRoom(sequence, words, now) });
    }
}
