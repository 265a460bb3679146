using DurableTask.Core.Exceptions;
using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FitServerless.Functions.Schedules;

/// <summary>Starts one orchestration for each slot that is to be run. Its id is the slot's: while it is under way, no second one starts.</summary>
public sealed partial class RunStarter(OccasionSlots slots, ILogger<RunStarter> logger)
{
    public async Task StartAsync(OccasionKind kind, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var window = await slots.FindAsync(kind, cancellationToken);
        foreach (var run in window.Runs)
            await StartAsync(run, client, cancellationToken);
        await slots.PassAsync(window, cancellationToken);
    }

    private async Task StartAsync(RunKey run, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var options = new StartOrchestrationOptions(run.ToString()).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(OccasionOrchestrators.RunSlot), run, options, cancellationToken);
            LogStarted(run);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            LogUnderWay(run);
        }
    }

    [LoggerMessage(1511, LogLevel.Information, "{Run} is started")]
    private partial void LogStarted(RunKey run);

    [LoggerMessage(1512, LogLevel.Information, "{Run} is under way already")]
    private partial void LogUnderWay(RunKey run);
}
