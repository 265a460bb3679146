using DurableTask.Core.Exceptions;
using FitServerless.Privacy;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Privacy;

/// <summary>Starts erasures.</summary>
public sealed class ErasureRuns(AccountErasure erasure, ErasureJobs jobs)
{
    /// <summary>Safe to repeat: one that runs goes on.</summary>
    public async Task StartAsync(DurableTaskClient durable, string jobId, CancellationToken cancellationToken)
    {
        try
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(
                nameof(ErasureOrchestration.RunErasure),
                new ErasurePlan(jobId, erasure.Stores, erasure.Grace),
                new StartOrchestrationOptions($"erasure-{jobId}"),
                cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // It runs.
        }
    }

    /// <summary>Those whose process died before it started them, or that gave up.</summary>
    public async Task ResumeAsync(DurableTaskClient durable, CancellationToken cancellationToken)
    {
        foreach (var jobId in await jobs.ListAsync(cancellationToken))
            await StartAsync(durable, jobId, cancellationToken);
    }
}
