using FitServerless.Live;

namespace FitServerless.Sync;

/// <summary>Looks at the end of a user's log: of all that happened since, a listener needs only the last.</summary>
internal sealed class HeadSource(ISyncStore store) : ILiveSource<HeadMoved>
{
    public async Task<IReadOnlyList<HeadMoved>> ReadAsync(string key, long after, CancellationToken cancellationToken)
    {
        // What this process wrote it remembers: no transaction. Heads never go back, so one that is out of date is still news.
        var head = await store.ReadHeadAsync(key, fresh: false, cancellationToken);
        if (head.Last.Ticks <= after)
            head = await store.ReadHeadAsync(key, fresh: true, cancellationToken);
        return head.Last.Ticks > after ? [new HeadMoved(head.Last)] : [];
    }
}
