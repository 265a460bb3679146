using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace FitServerless.Chat;

/// <summary>Rooms as this process saw them moments ago: who asks for messages every second need not cost a second read.</summary>
public sealed class RoomCache(IOptions<ChatOptions> options, TimeProvider clock) : IRoomObserver
{
    /// <summary>A room of two is about 1 KB, so 10 MB; all of 50 members would be 300.</summary>
    private const int Capacity = 10_000;

    private readonly TimeSpan _age = TimeSpan.FromSeconds(options.Value.MembershipCacheSeconds);
    private readonly ConcurrentDictionary<string, (StoredRoom Room, DateTimeOffset SeenAt)> _rooms = new(StringComparer.Ordinal);

    public StoredRoom? Find(string roomId) =>
        _rooms.TryGetValue(roomId, out var entry) && clock.GetUtcNow() - entry.SeenAt < _age ? entry.Room : null;

    /// <summary>Of any age.</summary>
    public StoredRoom? Latest(string roomId) => _rooms.GetValueOrDefault(roomId).Room;

    /// <summary>A read that took long may come after a commit that it did not see.</summary>
    public void Remember(StoredRoom room)
    {
        if (_rooms.Count >= Capacity)
            _rooms.Clear();
        var entry = (room, clock.GetUtcNow());
        _rooms.AddOrUpdate(room.Room.Id, entry, (_, known) => known.Room.Room.Version > room.Room.Version ? known : entry);
    }

    public void Committed(Room before, StoredRoom after, RoomWrite write) => Remember(after);
}
