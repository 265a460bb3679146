using System.Collections.Concurrent;

namespace FitServerless.Coach.Answers;

/// <summary>Does the same thing once for all who ask for it meanwhile, within this process.</summary>
internal sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _flights = new(StringComparer.Ordinal);

    /// <param name="work">Is not cancelled: it belongs to nobody alone. It must end by itself.</param>
    public Task<T> RunAsync(string key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var mine = new Lazy<Task<T>>(() => LandAsync(key, work));
        return _flights.GetOrAdd(key, mine).Value.WaitAsync(cancellationToken);
    }

    private async Task<T> LandAsync(string key, Func<Task<T>> work)
    {
        // Not before the flight is on the list, from which it takes itself in the end.
        await Task.Yield();
        try
        {
            return await work();
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }
}
