namespace FitServerless.Chat;

/// <param name="Name">As it was when they joined; messages carry it.</param>
public sealed record RoomMember(string UserId, string Name);
