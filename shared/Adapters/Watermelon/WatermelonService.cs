using FitServerless.Sync;

namespace FitServerless.Adapters.Watermelon;

/// <summary>The server's side of WatermelonDB's <c>synchronize()</c> (https://watermelondb.dev/docs/Sync/Backend).</summary>
public sealed class WatermelonService
{
    private const int PageSize = 999;

    private readonly LogReader _log;
    private readonly DocumentWriter _writer;
    private readonly DocumentKinds _kinds;
    private readonly SyncEditPlanner _planner;
    private readonly TimeProvider _clock;

    internal WatermelonService(LogReader log, DocumentWriter writer, DocumentKinds kinds, SyncEditPlanner planner, TimeProvider clock) =>
        (_log, _writer, _kinds, _planner, _clock) = (log, writer, kinds, planner, clock);

    /// <param name="tables">The tables that the client has, of those that there are; <c>null</c> for all.</param>
    /// <returns><c>null</c> when deletes that the client has not heard of are forgotten.</returns>
    public async Task<WatermelonPull?> PullAsync(
        string userId, long lastPulledAt, IReadOnlyList<string>? tables, WatermelonMigration? migration, CancellationToken cancellationToken)
    {
        var names = Known(tables ?? [.. _kinds.All.Select(kind => kind.Name)]);
        var anew = Known(migration?.Affected ?? []);
        var documents = new Dictionary<DocumentKey, SyncedDocument>();
        // What is read in full comes first: the place where the next pull starts is then behind none of it.
        var start = anew.Count > 0 ? await ReadAsync(userId, SyncCursor.Start, anew, documents, cancellationToken) : null;
        if (await ReadAsync(userId, WatermelonTimestamp.Cursor(lastPulledAt), names, documents, cancellationToken) is not { } end)
            return null;
        var place = start?.Position < end.Position ? start.Value : end;
        return new WatermelonPull(documents.Values.ToLookup(document => document.Key.Collection), WatermelonTimestamp.Of(place.Position));
    }

    /// <exception cref="SyncContentionException">Other processes kept writing first.</exception>
    public async Task<WatermelonPushOutcome> PushAsync(
        string userId, long lastPulledAt, IReadOnlyDictionary<string, WatermelonTable> changes, CancellationToken cancellationToken)
    {
        var cursor = WatermelonTimestamp.Cursor(lastPulledAt);
        var puts = changes.SelectMany(table => table.Value.Puts.Select(record => ((string?)table.Key, record)));
        var planner = await _planner.ForAsync(userId, [.. puts], cancellationToken);
        var plan = new WatermelonPushPlan(_kinds, planner, cursor.Position, EditTime.Of(null, _clock.GetUtcNow()));
        foreach (var (table, change) in changes)
            plan.Add(table, change);
        if (plan.Errors.Count > 0)
            return new WatermelonPushOutcome.Invalid(plan.Errors);
        if (plan.Edits.Count == 0)
            return new WatermelonPushOutcome.Stored();
        // A push is to be stored as a whole or not at all. One batch holds some twenty records, so conflicts are looked for before the first;
        // one that comes between two batches leaves the push half stored, and the client, which pulls and pushes again, completes it.
        if (await _log.ReadAsync(userId, [.. changes.Keys], cursor, PageSize, cancellationToken) is not { } page)
            return new WatermelonPushOutcome.ResyncNeeded();
        if (page.Entries.Any(entry => plan.Touches(entry.Key)))
            return new WatermelonPushOutcome.Conflict();
        var push = await _writer.WriteAsync(userId, [.. plan.Edits], page.Log.Head, cancellationToken);
        return push.Results.Any(result => result.Status is ChangeStatus.Stale or ChangeStatus.Rejected)
            ? new WatermelonPushOutcome.Conflict()
            : new WatermelonPushOutcome.Stored();
    }

    /// <summary>Reads to the end. A document that another device moves meanwhile comes again, later and newer.</summary>
    private async Task<SyncCursor?> ReadAsync(
        string userId, SyncCursor cursor, HashSet<string> names, Dictionary<DocumentKey, SyncedDocument> documents,
        CancellationToken cancellationToken)
    {
        PulledPage? page;
        do
        {
            page = await _log.ReadAsync(userId, names, cursor, PageSize, cancellationToken);
            if (page is null)
                return null;
            foreach (var entry in page.Entries)
                documents[entry.Key] = SyncedDocument.Read(_kinds[entry.Key.Collection], entry.Key.Id, entry.Body);
            cursor = page.Cursor;
        }
        while (page.Log.HasMore);
        return cursor;
    }

    private HashSet<string> Known(IEnumerable<string> names) => [.. names.Where(name => _kinds.TryFind(name, out _))];
}
