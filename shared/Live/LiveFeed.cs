namespace FitServerless.Live;

/// <summary>
/// One feed as this process follows it. Only the last stretch that was read is kept: a listener that is not there yet, because it came late or
/// is slow, reads by its own cursor. So memory does not grow with what listeners have not taken, and nobody misses or gets twice.
/// </summary>
internal sealed class LiveFeed<T>(long start, LiveReader<T> reader)
    where T : ILiveEvent
{
    private LiveStretch<T> _latest = new(start, []);
    private TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Guarded by <see cref="LiveFeeds{T}"/>.</summary>
    public int Listeners { get; set; }

    /// <summary>Ends <see cref="FollowAsync"/>. Holds no timer and no wait handle, so nobody needs to dispose of it.</summary>
    public CancellationTokenSource End { get; } = new();

    public void Wake() => Volatile.Read(ref _woken).TrySetResult();

    /// <summary>The next events behind the cursor, as soon as there are some.</summary>
    public async Task<IReadOnlyList<T>> NextAsync(long cursor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var latest = Volatile.Read(ref _latest);
            if (cursor < latest.After)
            {
                if (await reader.ReadAsync(cursor, cancellationToken) is { Count: > 0 } missed)
                    return missed;
                StartOver(latest, cursor);
            }
            else if (cursor < latest.Last)
            {
                return latest.Behind(cursor);
            }
            else
            {
                await latest.Replaced.WaitAsync(cancellationToken);
            }
        }
    }

    /// <summary>Looks for new events until <see cref="End"/>; throws nothing.</summary>
    public async Task FollowAsync()
    {
        var cancellationToken = End.Token;
        var pause = reader.ShortestPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            // Renewed before the read: who wakes us from now on wrote something that this read may not see.
            var woken = _woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var latest = Volatile.Read(ref _latest);
            var found = await reader.TryReadAsync(latest.Last, cancellationToken);
            if (found is { Count: > 0 })
                Replace(latest, new LiveStretch<T>(latest.Last, found));
            pause = found is { Count: > 0 } ? reader.ShortestPause : reader.LongerThan(pause);
            if (await reader.PauseAsync(pause, woken.Task, cancellationToken))
                pause = reader.ShortestPause;
        }
    }

    /// <summary>
    /// The stretch begins beyond the end of the feed, so somebody came with a cursor that is not from here: nobody is to wait until the feed
    /// has got that far.
    /// </summary>
    private void StartOver(LiveStretch<T> latest, long cursor) => Replace(latest, new LiveStretch<T>(cursor, []));

    private void Replace(LiveStretch<T> old, LiveStretch<T> next)
    {
        if (Interlocked.CompareExchange(ref _latest, next, old) == old)
            old.Replace();
    }
}
