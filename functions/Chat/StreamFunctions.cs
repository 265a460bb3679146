using FitServerless.Chat;
using FitServerless.Chat.Live;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Chat;

/// <summary>What happens in a room, as it happens.</summary>
public sealed class StreamFunctions(RoomAccess access, RoomListening rooms, EventStreams streams, TimeProvider clock, CurrentUser user)
{
    /// <summary>A new listener hears what comes from now on; who has heard something goes on behind it.</summary>
    [Function(nameof(StreamChatEvents))]
    [AllowQueryToken]
    public async Task<IResult> StreamChatEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "chat/{roomId}/events")] HttpRequest request,
        string roomId,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var asked = request.RoomCursor();
        if (await access.ReadAsync(roomId, user.Id, cancellationToken) is not { } room)
            return new ProblemResult(Problems.NotFound);
        var start = asked?.Within(room) ?? new RoomCursor(room.LastSequence, room.LastSignal);
        var presence = new StreamPresence(durable, roomId, user.Id, clock, request.HttpContext.RequestAborted);
        return streams.Open(user.Id, start.ToString(), cancellation => RoomStream.ReadAsync(rooms, room, presence, start, cancellation));
    }
}
