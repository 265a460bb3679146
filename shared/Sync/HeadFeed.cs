using FitServerless.Live;

namespace FitServerless.Sync;

/// <summary>Tells a user's devices that something changed, so that they need not ask.</summary>
public sealed class HeadFeed(ISyncStore store, LiveFeeds<HeadMoved> feeds)
{
    /// <summary>
    /// Where to start: the cursor that the device has, or the end of the log for one that has none. A cursor beyond the log is not from here,
    /// and whoever brings it is to pull. One transaction.
    /// </summary>
    public async Task<Sequence> StartAsync(string userId, Sequence? seen, CancellationToken cancellationToken)
    {
        var end = (await store.ReadHeadAsync(userId, fresh: true, cancellationToken)).Last;
        return seen is null ? end : seen <= end ? seen.Value : Sequence.Start;
    }

    /// <summary>The log's end, each time it has moved; where several writes come close together, only the last of them.</summary>
    public IAsyncEnumerable<HeadMoved> ListenAsync(string userId, Sequence after, CancellationToken cancellationToken) =>
        feeds.ListenAsync(userId, after.Ticks, cancellationToken).Select(page => page[^1]);
}
