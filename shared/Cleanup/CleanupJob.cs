using FitServerless.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Cleanup;

/// <summary>
/// Runs cleanups for the day that is over, each at most once to its end, whatever fires twice, late, at the same time or not at all: what was
/// not done before is done now, since every cleanup takes what earlier days have left. One that fails holds up none of the others.
/// </summary>
public sealed partial class CleanupJob(
    IEnumerable<ICleanup> cleanups, CleanupRuns runs, IOptions<CleanupOptions> options, TimeProvider clock, ILogger<CleanupJob> logger)
{
    /// <summary>What is counted by the hour and so pruned by it.</summary>
    internal const string Quotas = "quotas";

    public Task<CleanupRun> PurgeAsync(CancellationToken cancellationToken) =>
        RunAsync("PurgeExpired", [.. cleanups.Where(one => one.Name != Quotas)], cancellationToken);

    public Task<CleanupRun> PruneQuotasAsync(CancellationToken cancellationToken) =>
        RunAsync("PruneQuotas", [.. cleanups.Where(one => one.Name == Quotas)], cancellationToken);

    private async Task<CleanupRun> RunAsync(string job, IReadOnlyList<ICleanup> all, CancellationToken cancellationToken)
    {
        var (startedAt, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        // Fired at midnight, it is about yesterday all the same: what is due then was hidden before and is written by nobody.
        var day = DateOnly.FromDateTime(startedAt.UtcDateTime).AddDays(-1);
        var done = await runs.ReadDoneAsync(cancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(options.Value.MaxMinutes), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var steps = new List<CleanupStep>();
        foreach (var cleanup in all.Where(one => !done.TryGetValue(one.Name, out var last) || last < day))
        {
            steps.Add(await RunAsync(cleanup, day, stop.Token));
            if (steps[^1].Outcome == CleanupStep.Done)
                await runs.SetDoneAsync(cleanup.Name, day, cancellationToken);
        }

        var run = new CleanupRun(job, day, steps) { StartedAt = startedAt, Milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds };
        if (steps.Count > 0)
            await runs.AddAsync(run, CancellationToken.None);
        return run;
    }

    private async Task<CleanupStep> RunAsync(ICleanup cleanup, DateOnly day, CancellationToken stopping)
    {
        var (tally, started) = (new CleanupTally(), clock.GetTimestamp());
        try
        {
            stopping.ThrowIfCancellationRequested();
            await cleanup.RunAsync(day, tally, stopping);
            return Step(CleanupStep.Done, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogUnfinished(cleanup.Name);
            return Step(CleanupStep.Unfinished, null);
        }
#pragma warning disable CA1031 // Whatever it is, it must not keep the other cleanups from running; the record and the log tell of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var reason = StorageFaults.IsOutage(e) ? StorageFaults.Reason(e) : e.GetType().Name;
            LogFailed(cleanup.Name, e);
            return Step(CleanupStep.Failed, reason);
        }

        CleanupStep Step(string outcome, string? failure) => new(
            cleanup.Name, outcome, tally.Rows, tally.Blobs, tally.Tables, (long)clock.GetElapsedTime(started).TotalMilliseconds, failure);
    }

    [LoggerMessage(6001, LogLevel.Error, "The cleanup of {Name} failed; the next run goes on")]
    private partial void LogFailed(string name, Exception exception);

    [LoggerMessage(6003, LogLevel.Warning, "The cleanup of {Name} did not get through in time; the next run goes on")]
    private partial void LogUnfinished(string name);
}
