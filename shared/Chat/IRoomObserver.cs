namespace FitServerless.Chat;

/// <summary>Is told of what this process commits, at once and in each room's order. Must not wait, and must not throw.</summary>
public interface IRoomObserver
{
    void Committed(Room before, StoredRoom after, RoomWrite write);
}
