using FitServerless.Notifications;
using FitServerless.Storage;
using FitServerless.Sync;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace FitServerless.Functions.Notifications;

/// <summary>
/// A user's notifications as an entity; its key is the user's id. Rows hold what there is, and the order comes from them, so that features
/// which are no entities can add to an inbox and no message can be lost here. The entity does what an actor is good for: it takes
/// notifications from other entities and orchestrations, whose signals go out together with their own state, at once or at a set time; and it
/// notes what was delivered, once, whatever the user's devices report at the same time.
/// </summary>
public sealed partial class NotificationHub(NotificationInbox inbox, TimeProvider clock, ILogger<NotificationHub> logger)
    : TaskEntity<NotificationHubState>
{
    /// <summary>A signal that throws is gone; so while storage is away it is sent again, this much later.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public static EntityInstanceId Of(string userId) => new(nameof(NotificationHub), userId);

    /// <summary>Puts a notification into the user's inbox. Signals may come twice; the notification's id makes it one.</summary>
    public Task Push(NewNotification notification) =>
        OrLaterAsync(nameof(Push), notification, () => inbox.AddAsync(Context.Id.Key, notification, CancellationToken.None));

    /// <summary>Notes that a device got a stretch of the inbox. What was noted before costs nothing.</summary>
    public Task Delivered(DeliveredStretch stretch) => OrLaterAsync(nameof(Delivered), stretch, async () =>
    {
        if (stretch.UpTo <= State.DeliveredTo)
            return;
        await inbox.DeliveredAsync(
            Context.Id.Key, Math.Max(stretch.After, State.DeliveredTo), stretch.UpTo, stretch.At, CancellationToken.None);
        // Only a stretch that follows on: before another there are some that nobody got yet.
        if (stretch.After <= State.DeliveredTo)
            State = State with { DeliveredTo = stretch.UpTo };
    });

    [Function(nameof(NotificationHub))]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<NotificationHub>();

    private async Task OrLaterAsync(string operation, object input, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (StorageFaults.IsOutage(e) || e is SyncContentionException)
        {
            LogLater(operation, Pause.TotalSeconds);
            Context.SignalEntity(Context.Id, operation, input, clock.GetUtcNow() + Pause);
        }
    }

    [LoggerMessage(2201, LogLevel.Warning, "Storage cannot be reached; {Operation} is tried again in {Seconds} s")]
    private partial void LogLater(string operation, double seconds);
}
