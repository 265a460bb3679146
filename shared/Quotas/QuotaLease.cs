namespace FitServerless.Quotas;

/// <summary>What this process has taken out of one user's quota and not yet passed on. Its caller lets one thread in at a time.</summary>
internal sealed class QuotaLease(IQuotaStore store, string userId, QuotaPolicy policy)
{
    /// <summary>Each try is lost to another process that took a block; so many in a row means a limit worth waiting for.</summary>
    private const int MaxTries = 20;

    private QuotaCount? _count;
    private int _left;
    private long _window;

    /// <summary>Passed on in this window, and not yet in the store.</summary>
    private int _uncounted;

    /// <summary>What can still be had in this window, as far as this process knows.</summary>
    public int Remaining => _left + (_count?.Window >= _window ? Math.Max(0, policy.Limit - _count.Used) : FreeOfUncounted);

    private int FreeOfUncounted => _uncounted == 0 ? 0 : policy.Limit - _uncounted;

    /// <summary>One, if there is one. No transaction while the block lasts, and none once the window is used up.</summary>
    public async Task<bool> TryTakeAsync(long window, CancellationToken cancellationToken)
    {
        if (_count is null || _count.Window < window)
            _left = 0;
        if (_window < window)
            (_window, _uncounted) = (window, 0);
        if (_left == 0 && !(_count?.Window >= window) && _uncounted < policy.Uncounted)
        {
            _uncounted++;
            return true;
        }

        if (_left == 0)
            await LeaseAsync(window, cancellationToken);
        if (_left == 0)
            return false;
        _left--;
        return true;
    }

    /// <summary>Gives one of this window back.</summary>
    public void Return(long window)
    {
        if (_count?.Window == window)
            _left++;
        else if (_window == window && _uncounted > 0)
            _uncounted--;
    }

    private async Task LeaseAsync(long window, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries && _left == 0; tries++)
        {
            var known = (_count ?? await store.FindAsync(userId, policy.Name, cancellationToken)).In(window);
            if (known.Used >= policy.Limit)
            {
                // Within a window the count only grows, so that even an old one tells for sure.
                _count = known;
                return;
            }

            var used = known.Used + _uncounted;
            var block = QuotaBlock.Size(policy.Limit, used);
            // Forgotten first: should the write fail, nobody knows whether it was applied.
            _count = null;
            _count = await store.TryWriteAsync(userId, policy.Name, known with { Used = used + block }, cancellationToken);
            if (_count is not null)
                (_left, _uncounted) = (block, 0);
        }
    }
}
