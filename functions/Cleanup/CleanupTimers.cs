using FitServerless.Cleanup;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Cleanup;

/// <summary>
/// When what has expired goes. A run that finds all done reads one page and ends, so a schedule may also be every hour: then a run that was
/// killed, or did not get through, goes on within the hour and not within the day.
/// </summary>
public sealed class CleanupTimers(CleanupJob job, HubCleanup hub)
{
    [Function(nameof(PurgeExpired))]
    public Task PurgeExpired([TimerTrigger("%Schedules:PurgeExpired%")] TimerInfo timer, CancellationToken cancellationToken) =>
        job.PurgeAsync(cancellationToken);

    [Function(nameof(PruneQuotas))]
    public Task PruneQuotas([TimerTrigger("%Schedules:PruneQuotas%")] TimerInfo timer, CancellationToken cancellationToken) =>
        job.PruneQuotasAsync(cancellationToken);

    /// <summary>Looks at all there is in the hub, and so runs when others rest. Nothing depends on when, so the schedule is no setting.</summary>
    [Function(nameof(CleanHub))]
    public Task CleanHub(
        [TimerTrigger("0 10 4 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) =>
        hub.RunAsync(durable, cancellationToken);
}
