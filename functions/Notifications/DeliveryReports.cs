using FitServerless.Notifications;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FitServerless.Functions.Notifications;

/// <summary>Tells a user's hub what a device was given.</summary>
public sealed partial class DeliveryReports(TimeProvider clock, ILogger<DeliveryReports> logger)
{
    /// <summary>One signal for a page that holds something new, none for others. A report that fails fails nobody's reading.</summary>
    public async Task ReportAsync(
        DurableTaskClient client, string userId, long after, IReadOnlyList<Notification> page, CancellationToken cancellationToken)
    {
        if (page.All(one => one.DeliveredAt is not null))
            return;
        var stretch = new DeliveredStretch(after, page[^1].Sequence, clock.GetUtcNow());
        try
        {
            await client.Entities.SignalEntityAsync(
                NotificationHub.Of(userId), nameof(NotificationHub.Delivered), stretch, cancellation: cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(2202, LogLevel.Warning, "A delivery could not be reported; the next report of this user makes up for it")]
    private partial void LogFailed(Exception exception);
}
