using FitServerless.Chat;
using FitServerless.Chat.Live;
using FitServerless.Chat.WebPubSub;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Chat;

/// <summary>What happens in a room, as it happens.</summary>
public sealed class StreamFunctions(
    RoomAccess access, RoomListening rooms, EventStreams streams, WebPubSubService pubSub, TimeProvider clock, CurrentUser user)
{
    /// <summary>A new listener hears what comes from now on; who has heard something goes on behind it.</summary>
    [Function(nameof(StreamChatEvents))]
    [CountedAs(RouteClass.Stream)]
    [Summary("What happens in a room, as it happens.")]
    [Header("Last-Event-ID")]
    [Query("lastEventId", "The header of that name, for who cannot send headers.")]
    [Events("message, presence, typing, read, signal")]
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
        return streams.Open(user.Caller, start.ToString(), cancellation => RoomStream.ReadAsync(rooms, room, presence, start, cancellation));
    }

    /// <summary>How to listen: by WebSocket where there is Web PubSub, else by server-sent events.</summary>
    [Function(nameof(NegotiateChat))]
    [Summary("Where to listen: a WebSocket, or a stream of events.")]
    [Answer<TransportView>(200)]
    public async Task<IResult> NegotiateChat(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chat/{roomId}/negotiate")] HttpRequest request,
        string roomId,
        CancellationToken cancellationToken)
    {
        if (await access.ReadAsync(roomId, user.Id, cancellationToken) is null)
            return new ProblemResult(Problems.NotFound);
        var transport = pubSub.Grant(roomId, user.Id) is { } grant ? TransportView.WebPubSub(grant) : TransportView.Sse(roomId);
        return new NoStore(TypedResults.Json(transport, ChatContracts.Default.TransportView));
    }
}
