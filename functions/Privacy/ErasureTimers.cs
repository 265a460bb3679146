using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Privacy;

/// <summary>Sees to it that what was asked for happens.</summary>
public sealed class ErasureTimers(ErasureRuns runs)
{
    /// <summary>Mostly finds none, with one transaction. Nothing depends on when it runs, so the schedule is no setting.</summary>
    [Function(nameof(ResumeErasures))]
    public Task ResumeErasures(
        [TimerTrigger("0 25 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) =>
        runs.ResumeAsync(durable, cancellationToken);
}
