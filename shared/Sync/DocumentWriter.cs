using System.Diagnostics.Metrics;
using FitServerless.Live;
using FitServerless.Telemetry;

namespace FitServerless.Sync;

/// <summary>Writes a client's changes: each decided by its own rules, committed in as few batches as they fit into.</summary>
/// <param name="listeners">Who in this process waits for the user's log to move; nobody unless given.</param>
/// <param name="conflicts">Who is told of edits that lost; nobody unless given.</param>
/// <param name="observers">Who has something to do after a commit; nobody unless given.</param>
public sealed class DocumentWriter(
    ISyncStore store,
    TimeProvider clock,
    LiveFeeds<HeadMoved>? listeners = null,
    IConflictObserver? conflicts = null,
    IEnumerable<ICommitObserver>? observers = null)
{
    private static readonly Counter<long> Changes =
        AppTelemetry.Meter.CreateCounter<long>("fitserverless.sync.changes", "{change}", "Changes of documents, by what became of them.");

    private readonly UserGates _gates = new();
    private readonly ICommitObserver[] _observers = [.. observers ?? []];

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
            result = await new PushSession(store, clock, _observers, userId, changes, head).RunAsync(cancellationToken);
        if (Changes.Enabled)
            Count(result.Results);
        if (result.Written.Count > 0)
            listeners?.Wake(userId);
        await TellAsync(userId, changes, result.Results, cancellationToken);
        return result;
    }

    public async Task<ChangeResult> WriteAsync(string userId, DocumentChange change, CancellationToken cancellationToken) =>
        (await WriteAsync(userId, [change], null, cancellationToken)).Results[0];

    private static void Count(IEnumerable<ChangeResult> results)
    {
        foreach (var result in results)
            Changes.Add(1, new KeyValuePair<string, object?>("fitserverless.sync.status", result.Status.ToString()));
    }

    private async Task TellAsync(
        string userId, IReadOnlyList<DocumentChange> changes, IReadOnlyList<ChangeResult> results, CancellationToken cancellationToken)
    {
        if (conflicts is null || !results.Any(result => result.LostVersion > 0))
            return;
        var lost = changes.Zip(results, (change, result) => new LostEdit(change.Key, result.LostVersion)).Where(edit => edit.Version > 0);
        await conflicts.LostAsync(userId, [.. lost], cancellationToken);
    }
}
