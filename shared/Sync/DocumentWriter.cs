using System.Diagnostics.Metrics;
using FitServerless.Live;
using FitServerless.Telemetry;

namespace FitServerless.Sync;

/// <summary>Writes a client's changes: each decided by its own rules, committed in as few batches as they fit into.</summary>
/// <param name="listeners">Who in this process waits for the user's log to move; nobody unless given.</param>
public sealed class DocumentWriter(ISyncStore store, TimeProvider clock, LiveFeeds<HeadMoved>? listeners = null)
{
    private static readonly Counter<long> Changes =
        AppTelemetry.Meter.CreateCounter<long>("fitserverless.sync.changes", "{change}", "Changes of documents, by what became of them.");

    private readonly UserGates _gates = new();

    /// <param name="head">The log's end if the caller has just read it.</param>
    /// <exception cref="SyncContentionException">Other processes kept writing first.</exception>
    /// <exception cref="Azure.RequestFailedException">Storage failed; what was committed before stays, and a repeat finds it.</exception>
    public async Task<PushResult> WriteAsync(
        string userId, IReadOnlyList<DocumentChange> changes, Head? head, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return new PushResult([], head ?? Head.None, head is not null, new Dictionary<DocumentKey, StoredJson>());
        PushResult result;
        using (await _gates.EnterAsync(userId, cancellationToken))
            result = await new PushSession(store, clock, userId, changes, head).RunAsync(cancellationToken);
        if (Changes.Enabled)
            Count(result.Results);
        if (result.Written.Count > 0)
            listeners?.Wake(userId);
        return result;
    }

    public async Task<ChangeResult> WriteAsync(string userId, DocumentChange change, CancellationToken cancellationToken) =>
        (await WriteAsync(userId, [change], null, cancellationToken)).Results[0];

    private static void Count(IEnumerable<ChangeResult> results)
    {
        foreach (var result in results)
            Changes.Add(1, new KeyValuePair<string, object?>("fitserverless.sync.status", result.Status.ToString()));
    }
}
