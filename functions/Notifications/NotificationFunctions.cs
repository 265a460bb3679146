using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Notifications;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Notifications;

/// <summary>A user's inbox.</summary>
public sealed class NotificationFunctions(NotificationInbox inbox, DeliveryReports deliveries, EventStreams streams, CurrentUser user)
{
    [Function(nameof(ListNotifications))]
    [Summary("The inbox, oldest first.")]
    [Query("after", "Behind this sequence.", Max = int.MaxValue)]
    [Query("limit", "How many at most; 100 unless said.", Min = 1, Max = 1000)]
    [Answer<IReadOnlyList<Notification>>(200)]
    public async Task<IResult> ListNotifications(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notifications")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var after = request.Int("after", 0, 0, int.MaxValue);
        var limit = request.Int("limit", 100, 1, 1000);
        var page = await inbox.ListAsync(user.Id, after, limit, cancellationToken);
        await deliveries.ReportAsync(durable, user.Id, after, page, cancellationToken);
        return new NotificationListAnswer(page, limit);
    }

    /// <summary>Events <c>notification</c>, whose id is the notification's sequence.</summary>
    [AllowQueryToken]
    [Function(nameof(StreamNotifications))]
    [CountedAs(RouteClass.Stream)]
    [Summary("Notifications as they come.")]
    [Header("Last-Event-ID")]
    [Query("lastEventId", "The header of that name, for who cannot send headers.")]
    [Events("notification")]
    public async Task<IResult> StreamNotifications(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notifications/events")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var userId = user.Id;
        var start = await inbox.StartAsync(userId, request.LastEventNumber(), cancellationToken);
        return streams.Open(user.Caller, EventId(start), stopping => ItemsAsync(durable, userId, start, stopping));
    }

    [Function(nameof(CountUnreadNotifications))]
    [Summary("How many notifications are unread.")]
    [Answer<UnreadView>(200)]
    public async Task<IResult> CountUnreadNotifications(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notifications/unread")] HttpRequest request,
        CancellationToken cancellationToken) =>
        TypedResults.Json(new UnreadView(await inbox.CountUnreadAsync(user.Id, cancellationToken)), NotificationContracts.Default.UnreadView);

    [Function(nameof(ReadNotification))]
    [Summary("Marks a notification as read.")]
    [Answer(204)]
    public async Task<IResult> ReadNotification(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notifications/{id}/read")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await inbox.ReadAsync(user.Id, id, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);

    /// <summary>Up to the last one that the user was shown, so that one that comes meanwhile is not read unseen.</summary>
    [Function(nameof(ReadNotifications))]
    [Summary("Marks all notifications as read, or those up to a sequence.")]
    [Query("upTo", "Up to this sequence.", Max = int.MaxValue)]
    [Answer(204)]
    public async Task<IResult> ReadNotifications(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notifications/read")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        await inbox.ReadAllAsync(user.Id, request.Int("upTo", int.MaxValue, 0, int.MaxValue), cancellationToken);
        return TypedResults.NoContent();
    }

    private static string EventId(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    private async IAsyncEnumerable<SseItem<ReadOnlyMemory<byte>>> ItemsAsync(
        DurableTaskClient durable, string userId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in inbox.ListenAsync(userId, after, cancellationToken))
        {
            foreach (var one in page)
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(one, NotificationJson.Default.Notification);
                yield return new(json, "notification") { EventId = EventId(one.Sequence) };
            }

            // Who asks for the next has written these.
            await deliveries.ReportAsync(durable, userId, after, page, cancellationToken);
            after = page[^1].Sequence;
        }
    }
}
