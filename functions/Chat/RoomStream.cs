using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FitServerless.Chat;
using FitServerless.Chat.Live;

namespace FitServerless.Functions.Chat;

/// <summary>A room's events as server-sent ones. Each has the id to come back with.</summary>
internal static class RoomStream
{
    public static async IAsyncEnumerable<SseItem<ReadOnlyMemory<byte>>> ReadAsync(
        RoomListening rooms, Room room, StreamPresence presence, RoomCursor start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var arrival = presence.ArriveAsync();
        try
        {
            await foreach (var (happened, cursor) in rooms.ListenAsync(room, presence.UserId, start, cancellationToken))
                yield return new(RoomEventJson.Write(happened), RoomEventJson.TypeOf(happened)) { EventId = cursor.ToString() };
        }
        finally
        {
            await arrival;
            await presence.LeaveAsync();
        }
    }
}
