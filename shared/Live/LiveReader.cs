using FitServerless.Storage;
using Microsoft.Extensions.Logging;

namespace FitServerless.Live;

/// <summary>Reads one feed, patiently: a storage that fails is a pause and not the end.</summary>
internal sealed partial class LiveReader<T>(ILiveSource<T> source, string key, LiveOptions options, TimeProvider clock, ILogger logger)
    where T : ILiveEvent
{
    private readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(options.LongestPauseMilliseconds);

    public TimeSpan ShortestPause { get; } = TimeSpan.FromMilliseconds(options.ShortestPauseMilliseconds);

    public TimeSpan LongerThan(TimeSpan pause) => pause * 2 < _longestPause ? pause * 2 : _longestPause;

    /// <summary>Goes on until storage answers.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        IReadOnlyList<T>? found;
        for (var pause = ShortestPause; (found = await TryReadAsync(after, cancellationToken)) is null; pause = LongerThan(pause))
            await Task.Delay(pause, clock, cancellationToken);
        return found;
    }

    /// <summary><c>null</c> when storage failed, or the caller gave up.</summary>
    public async Task<IReadOnlyList<T>?> TryReadAsync(long after, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(key, after, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnreachable(typeof(T).Name, StorageFaults.Reason(e));
            return null;
        }
        catch (Exception e)
        {
            LogFailed(typeof(T).Name, e);
            return null;
        }
    }

    /// <summary>True when it was woken before the pause was over.</summary>
    public async Task<bool> PauseAsync(TimeSpan pause, Task woken, CancellationToken cancellationToken)
    {
        // Neither a pause that ends nor a feed that does is an error.
        await woken.WaitAsync(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return woken.IsCompleted;
    }

    [LoggerMessage(1201, LogLevel.Warning, "A feed of {Kind} waits for storage: {Reason}")]
    private partial void LogUnreachable(string kind, string reason);

    [LoggerMessage(1202, LogLevel.Error, "A feed of {Kind} could not be read")]
    private partial void LogFailed(string kind, Exception exception);
}
