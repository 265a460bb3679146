using System.Collections.Concurrent;
using Azure;
using FitServerless.Quotas;

namespace FitServerless.Tests.Quotas;

/// <summary>Counts in memory, with ETags; each call lets others run first.</summary>
internal sealed class MemoryQuotaStore : IQuotaStore
{
    private readonly ConcurrentDictionary<(string, string), QuotaCount> _rows = new();
    private int _written;

    public async Task<QuotaCount> FindAsync(string userId, string policy, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return _rows.GetValueOrDefault((userId, policy), QuotaCount.None);
    }

    public async Task<QuotaCount?> TryWriteAsync(string userId, string policy, QuotaCount count, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var next = count with { ETag = new ETag($"{Interlocked.Increment(ref _written)}") };
        var isWritten = count.ETag == default
            ? _rows.TryAdd((userId, policy), next)
            : _rows.TryGetValue((userId, policy), out var stored) && stored.ETag == count.ETag
                && _rows.TryUpdate((userId, policy), next, stored);
        return isWritten ? next : null;
    }
}
