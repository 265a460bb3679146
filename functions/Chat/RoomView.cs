using FitServerless.Chat;

namespace FitServerless.Functions.Chat;

/// <summary>A room that was made.</summary>
public sealed record RoomView(string RoomId, IReadOnlyList<string> Members)
{
    public static RoomView Of(Room room) => new(room.Id, [.. room.Members.Select(member => member.UserId)]);
}
