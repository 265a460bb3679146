using System.Collections.Concurrent;
using FitServerless.Sync;

namespace FitServerless.Quotas;

/// <summary>
/// Counts what users do against what they may. Processes take blocks out of one row under its ETag: together they never pass on more than the
/// limit, and most requests meet a block that is there.
/// </summary>
public sealed class QuotaService
{
    /// <summary>Leases of about 300 bytes: 6 MB. Dropping them all loses at most a fifth of what their windows had left.</summary>
    private const int Capacity = 20_000;

    private readonly IQuotaStore _store;
    private readonly TimeProvider _clock;
    private readonly UserGates _gates = new();
    private readonly ConcurrentDictionary<(string UserId, QuotaPolicy Policy), QuotaLease> _leases = new();

    internal QuotaService(IQuotaStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>One of a user's quota. Mostly no transaction; one when a new block is due, two in a process that does not know the count.</summary>
    public async Task<QuotaVerdict> TakeAsync(string userId, QuotaPolicy policy, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var reset = (int)Math.Ceiling(policy.UntilReset(now).TotalSeconds);
        if (policy.Limit == 0)
            return new QuotaVerdict(false, new QuotaStanding(policy, 0, reset));
        using (await _gates.EnterAsync(userId, cancellationToken))
        {
            var lease = LeaseOf(userId, policy);
            var isTaken = await lease.TryTakeAsync(policy.WindowAt(now), cancellationToken);
            return new QuotaVerdict(isTaken, new QuotaStanding(policy, lease.Remaining, reset));
        }
    }

    /// <summary>Undoes a <see cref="TakeAsync"/> of this window; this process passes it on again.</summary>
    public async Task ReturnAsync(string userId, QuotaPolicy policy, CancellationToken cancellationToken)
    {
        using (await _gates.EnterAsync(userId, cancellationToken))
            LeaseOf(userId, policy).Return(policy.WindowAt(_clock.GetUtcNow()));
    }

    private QuotaLease LeaseOf(string userId, QuotaPolicy policy)
    {
        // Counting takes all the dictionary's locks.
        if (_leases.TryGetValue((userId, policy), out var lease))
            return lease;
        if (_leases.Count >= Capacity)
            _leases.Clear();
        return _leases.GetOrAdd((userId, policy), _ => new QuotaLease(_store, userId, policy));
    }
}
