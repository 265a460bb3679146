using System.Collections.Concurrent;
using FitServerless.Storage;
using Microsoft.Extensions.Logging;

namespace FitServerless.Cleanup;

/// <summary>
/// Purges one kind of thing, owner by owner, as the index says. An owner whose rows make trouble is left in the index and does not hold up the
/// others; an outage ends the run.
/// </summary>
internal sealed partial class ExpiryCleanup(IExpiring expiring, ExpiryIndex index, ILogger<ExpiryCleanup> logger) : ICleanup
{
    /// <summary>Enough to hide the latency of storage, few enough to leave connections for requests.</summary>
    private const int Parallelism = 8;

    public string Name => expiring.Kind;

    public async Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var failures = new ConcurrentQueue<Exception>();
        await foreach (var page in index.ReadDueAsync(expiring.Kind, day, cancellationToken))
        {
            var next = new ConcurrentDictionary<string, DateOnly?>(StringComparer.Ordinal);
            var tallies = new ConcurrentBag<CleanupTally>();
            try
            {
                await Parallel.ForEachAsync(
                    page.Owners,
                    new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                    async (owner, stopping) =>
                    {
                        var tally = new CleanupTally();
                        tallies.Add(tally);
                        if (await TryPurgeAsync(owner, day, tally, failures, stopping) is { } purged)
                            next[owner] = purged.Next;
                    });
            }
            finally
            {
                done.Add(tallies);
            }

            await index.MoveAsync(page, next, cancellationToken);
        }

        if (!failures.IsEmpty)
            throw new AggregateException(failures);
    }

    /// <summary><c>null</c> when it failed.</summary>
    private async Task<Purged?> TryPurgeAsync(
        string owner, DateOnly day, CleanupTally tally, ConcurrentQueue<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            return new Purged(await expiring.PurgeAsync(owner, day, tally, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException && !StorageFaults.IsOutage(e))
        {
            LogFailed(expiring.Kind, e);
            failures.Enqueue(e);
            return null;
        }
    }

    private sealed record Purged(DateOnly? Next);

    [LoggerMessage(6002, LogLevel.Error, "What of one user's is due as {Kind} could not be purged; the next run tries again")]
    private partial void LogFailed(string kind, Exception exception);
}
