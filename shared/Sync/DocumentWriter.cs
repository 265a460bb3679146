namespace FitServerless.Sync;

/// <summary>Writes a client's changes: each decided by its own rules, committed in as few batches as they fit into.</summary>
public sealed class DocumentWriter(ISyncStore store, TimeProvider clock)
{
    private readonly UserGates _gates = new();

    /// <param name="head">The log's end if the caller has just read it.</param>
    /// <exception cref="SyncContentionException">Other processes kept writing first.</exception>
    /// <exception cref="Azure.RequestFailedException">Storage failed; what was committed before stays, and a repeat finds it.</exception>
    public async Task<PushResult> WriteAsync(
        string userId, IReadOnlyList<DocumentChange> changes, Head? head, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return new PushResult([], head ?? Head.None, head is not null, new Dictionary<DocumentKey, StoredJson>());
        using (await _gates.EnterAsync(userId, cancellationToken))
            return await new PushSession(store, clock, userId, changes, head).RunAsync(cancellationToken);
    }

    public async Task<ChangeResult> WriteAsync(string userId, DocumentChange change, CancellationToken cancellationToken) =>
        (await WriteAsync(userId, [change], null, cancellationToken)).Results[0];
}
