using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Schedules;

/// <summary>What keeps the schedules going, and their records small.</summary>
public sealed class ScheduleUpkeepTimers(RunStarter starter, RunBook book, TimeProvider clock)
{
    /// <summary>Of instances that have ended; the records that operators read are kept longer.</summary>
    private static readonly TimeSpan InstanceRetention = TimeSpan.FromDays(7);

    /// <summary>
    /// Brings back who was set aside, and starts what failed runs have left: a weekly timer would come to that in a week. An operator who has mended
    /// what was wrong posts to <c>/admin/functions/ResumeSchedules</c>.
    /// </summary>
    [Function(nameof(ResumeSchedules))]
    public async Task ResumeSchedules(
        [TimerTrigger("%Schedules:ResumeSchedules%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<OccasionKind>())
        {
            await book.ReplayAsync(kind, cancellationToken);
            await starter.StartAsync(kind, client, cancellationToken);
        }
    }

    /// <summary>Of all orchestrations of the app; entities have not ended, and stay.</summary>
    [Function(nameof(PurgeScheduleHistory))]
    public async Task PurgeScheduleHistory(
        [TimerTrigger("%Schedules:PurgeScheduleHistory%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        await book.PurgeAsync(cancellationToken);
        var ended = new PurgeInstancesFilter(
            CreatedTo: clock.GetUtcNow() - InstanceRetention,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        await client.PurgeAllInstancesAsync(ended, cancellationToken);
    }
}
