using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Schedules;

/// <summary>What keeps the schedules going, and their records small.</summary>
public sealed class ScheduleUpkeepTimers(RunStarter starter, RunBook book)
{
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

    /// <summary>The records that operators read. The orchestrations themselves go as all of the app's do.</summary>
    [Function(nameof(PurgeScheduleHistory))]
    public Task PurgeScheduleHistory([TimerTrigger("%Schedules:PurgeScheduleHistory%")] TimerInfo timer, CancellationToken cancellationToken) =>
        book.PurgeAsync(cancellationToken);
}
