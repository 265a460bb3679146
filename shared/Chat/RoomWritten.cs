namespace FitServerless.Chat;

/// <param name="IsDuplicate">The write had been committed before.</param>
public sealed record RoomWritten(StoredRoom Room, RoomWrite? Write, bool IsDuplicate = false);
