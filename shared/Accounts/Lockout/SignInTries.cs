using FitServerless.Sync;

namespace FitServerless.Accounts.Lockout;

/// <summary>
/// Makes who fails wait. A success after none costs one point read. Within a process the tries of one subject come one after another; several
/// processes that look at the same moment let one more through each.
/// </summary>
public sealed class SignInTries
{
    private readonly ITryStore _store;
    private readonly TimeProvider _clock;
    private readonly UserGates _gates = new();

    internal SignInTries(ITryStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <param name="isRight">Runs unless it is too soon.</param>
    public async Task<TryOutcome> RunAsync(TryKey key, TryPolicy policy, Func<Task<bool>> isRight, CancellationToken cancellationToken)
    {
        using (await _gates.EnterAsync(key.Subject, cancellationToken))
        {
            var failed = await _store.FindAsync(key, cancellationToken);
            if (failed.WaitAt(_clock.GetUtcNow(), policy) is { Ticks: > 0 } wait)
                return new TryOutcome.TooSoon(wait);
            if (!await isRight())
            {
                await CountAsync(key, policy, failed, cancellationToken);
                return new TryOutcome.Wrong();
            }

            if (failed.Count > 0)
                await _store.DeleteAsync(key, cancellationToken);
            return new TryOutcome.Right(failed.Count);
        }
    }

    /// <summary>Starts over. How many failures there were. One transaction, two if there were any.</summary>
    public async Task<int> ForgetAsync(TryKey key, CancellationToken cancellationToken)
    {
        var failed = await _store.FindAsync(key, cancellationToken);
        if (failed.Count > 0)
            await _store.DeleteAsync(key, cancellationToken);
        return failed.Count;
    }

    private async Task CountAsync(TryKey key, TryPolicy policy, FailedTries failed, CancellationToken cancellationToken)
    {
        while (!await _store.TryWriteAsync(key, failed.Fail(_clock.GetUtcNow(), policy), cancellationToken))
            failed = await _store.FindAsync(key, cancellationToken);
    }
}
