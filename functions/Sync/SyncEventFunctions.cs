using System.Net.ServerSentEvents;
using System.Text;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sync;

/// <summary>Tells a device that another one has pushed.</summary>
public sealed class SyncEventFunctions(HeadFeed feed, EventStreams streams, CurrentUser user)
{
    /// <summary>Events <c>changed</c>, whose id is the cursor up to which there is something to pull; a device's own pushes are among them.</summary>
    [AllowQueryToken]
    [Function(nameof(StreamSyncEvents))]
    [CountedAs(RouteClass.Stream)]
    [Summary("Tells as soon as a device of the account has pushed.")]
    [Header("Last-Event-ID")]
    [Query("lastEventId", "The header of that name, for who cannot send headers.")]
    [Events("changed: {cursor}")]
    public async Task<IResult> StreamSyncEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sync/events")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var start = await feed.StartAsync(user.Id, request.LastEventCursor(), cancellationToken);
        return streams.Open(user.Caller, start.ToString(), stopping => feed.ListenAsync(user.Id, start, stopping).Select(ToItem));
    }

    private static SseItem<ReadOnlyMemory<byte>> ToItem(HeadMoved moved)
    {
        var cursor = moved.Head.ToString();
        return new(Encoding.ASCII.GetBytes($"{{\"cursor\":\"{cursor}\"}}"), "changed") { EventId = cursor };
    }
}
