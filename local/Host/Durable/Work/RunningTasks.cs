namespace FitServerless.Local.Host.Durable.Work;

/// <summary>Counts what runs, so that a stop can wait for it.</summary>
internal sealed class RunningTasks
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private volatile bool _isStopping;

    public bool IsStopping => _isStopping;

    /// <param name="isEnd">Whether it stores what something that runs has come to; then it is run while stopping, too.</param>
    /// <returns>False after <see cref="Stop"/>: it is not run then.</returns>
    public bool TryStart(Func<Task> run, bool isEnd)
    {
        lock (_lock)
        {
            if (_isStopping && !(isEnd && _running > 0)) return false;
            _running++;
        }

        // It belongs to no request or run that happens to start it.
        using var flow = ExecutionContext.SuppressFlow();
        _ = Task.Run(() => RunAsync(run));
        return true;
    }

    public void Stop()
    {
        lock (_lock)
        {
            _isStopping = true;
            if (_running == 0) _ended.TrySetResult();
        }
    }

    /// <summary>For the rest to end, by the wall clock.</summary>
    public async Task WaitAsync(TimeSpan patience) =>
        await _ended.Task.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task RunAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        finally
        {
            lock (_lock)
            {
                if (--_running == 0 && _isStopping) _ended.TrySetResult();
            }
        }
    }
}
