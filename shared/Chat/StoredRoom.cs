namespace FitServerless.Chat;

/// <param name="ETag">Under which the next batch must find the head row.</param>
public sealed record StoredRoom(Room Room, string ETag);
