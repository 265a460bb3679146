using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Live;

/// <summary>
/// The feeds of one kind that somebody listens to in this process. Each is read by one loop, which starts with the first listener and ends
/// with the last: storage transactions do not grow with the listeners.
/// </summary>
public sealed class LiveFeeds<T>(ILiveSource<T> source, IOptions<LiveOptions> options, TimeProvider clock, ILogger<LiveFeeds<T>> logger)
    where T : ILiveEvent
{
    private readonly Dictionary<string, LiveFeed<T>> _feeds = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>
    /// What happens behind <paramref name="after"/>, each event once and in order, until cancelled. Events come in the pages in which they were
    /// read, never empty ones. A cursor ahead of the feed waits until the feed gets there: whoever takes cursors from clients caps them.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<T>> ListenAsync(
        string key, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var feed = Join(key, after);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var page = await feed.NextAsync(after, cancellationToken);
                after = page[^1].Cursor;
                yield return page;
            }
        }
        finally
        {
            await LeaveAsync(key, feed);
        }
    }

    /// <summary>This process has just written to the feed: its listeners see it without waiting for the next look.</summary>
    public void Wake(string key)
    {
        lock (_gate)
        {
            if (_feeds.TryGetValue(key, out var feed))
                feed.Wake();
        }
    }

    private LiveFeed<T> Join(string key, long after)
    {
        lock (_gate)
        {
            if (!_feeds.TryGetValue(key, out var feed))
            {
                _feeds[key] = feed = new LiveFeed<T>(after, new LiveReader<T>(source, key, options.Value, clock, logger));
                // The loop outlives the request that began it, and must not carry on that request's trace.
                using (ExecutionContext.SuppressFlow())
                    _ = Task.Run(feed.FollowAsync);
            }

            feed.Listeners++;
            return feed;
        }
    }

    private Task LeaveAsync(string key, LiveFeed<T> feed)
    {
        lock (_gate)
        {
            if (--feed.Listeners > 0)
                return Task.CompletedTask;
            _feeds.Remove(key);
        }

        return feed.End.CancelAsync();
    }
}
