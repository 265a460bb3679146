using FitServerless.Schedules.Runs;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Schedules;

/// <summary>The steps of a run; each may be repeated.</summary>
public sealed class OccasionActivities(RunBook book, OccasionPages pages)
{
    [Function(nameof(BeginRun))]
    public Task<RunPlan> BeginRun([ActivityTrigger] RunKey run, CancellationToken cancellationToken) => book.BeginAsync(run, cancellationToken);

    [Function(nameof(RunPage))]
    public Task<PageResult> RunPage([ActivityTrigger] PageTask page, CancellationToken cancellationToken) => pages.RunAsync(page, cancellationToken);

    [Function(nameof(EndRun))]
    public Task EndRun([ActivityTrigger] RunEnd end, CancellationToken cancellationToken) => book.EndAsync(end, cancellationToken);
}
