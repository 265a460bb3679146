namespace FitServerless.Chat;

/// <summary>Who may join and leave a room; the room says so when they do.</summary>
internal static class Membership
{
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
        return Changed(room.With(member), $"{member.Name} joined", now);
    }

    public static MembershipDecision Remove(Room room, string callerId, string? userId, DateTimeOffset now)
    {
        if (!room.IsMember(callerId))
            return NotFound;
        if (callerId != userId && !room.IsRunBy(callerId))
            return Forbidden;
        return userId is not null && room.Member(userId) is { } member ? Changed(room.Without(userId), $"{member.Name} left", now) : SoAlready;
    }

    private static MembershipDecision Changed(Room after, string words, DateTimeOffset now)
    {
        var sequence = after.LastSequence + 1;
        return new(
            new MembershipOutcome.Done(),
            new RoomWrite(after with { LastSequence = sequence }) { Message = ChatMessage.FromRoom(sequence, words, now) });
    }
}
