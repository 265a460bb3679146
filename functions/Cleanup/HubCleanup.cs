using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Cleanup;

/// <summary>What the durable extension keeps of orchestrations that are over and of entities that are gone; by itself it keeps it for ever.</summary>
public sealed class HubCleanup(TimeProvider clock)
{
    /// <summary>As long as somebody may want to look at how one ended.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task RunAsync(DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await durable.Entities.CleanEntityStorageAsync(cancellation: cancellationToken);
        var over = new PurgeInstancesFilter(
            CreatedTo: clock.GetUtcNow() - Kept,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        await durable.PurgeAllInstancesAsync(over, cancellationToken);
    }
}
