namespace FitServerless.Chat;

/// <summary>A room as the list of a member's rooms shows it.</summary>
/// <param name="Unread">Messages after the member's read mark.</param>
public sealed record RoomSummary(string RoomId, string? TrainerId, IReadOnlyList<RoomMember> Members, long LastSequence, long Unread)
{
    public static RoomSummary Of(Room room, string userId) => new(
        room.Id, room.TrainerId, room.Members, room.LastSequence, room.LastSequence - room.Live.ReadMarks.GetValueOrDefault(userId));
}
