using System.Runtime.CompilerServices;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Rxdb;

/// <summary>
/// The server's side of RxDB's replication (https://rxdb.info/replication-http.html): one collection, one document at a time, conflicts settled
/// by the client.
/// </summary>
public sealed class RxdbService
{
    /// <summary>
    /// How far back a new stream begins. A client pulls first and opens the stream then; what happens between must not fall through.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly RxdbTombstones _tombstones;
    private readonly LogReader _log;
    private readonly DocumentWriter _writer;
    private readonly HeadFeed _feed;
    private readonly SyncEditPlanner _planner;
    private readonly TimeProvider _clock;

    internal RxdbService(
        RxdbTombstones tombstones, LogReader log, DocumentWriter writer, HeadFeed feed, SyncEditPlanner planner, TimeProvider clock) =>
        (_tombstones, _log, _writer, _feed, _planner, _clock) = (tombstones, log, writer, feed, planner, clock);

    /// <exception cref="SyncContentionException">Other processes kept writing first.</exception>
    public async Task<RxdbPushed> PushAsync(
        string userId, DocumentKind kind, IReadOnlyList<RxdbRow?> rows, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>();
        var puts = rows.Select(row => row?.NewDocumentState).OfType<JsonElement>().Select(state => ((string?)kind.Name, state));
        var edits = Plan(await _planner.ForAsync(userId, [.. puts], cancellationToken), kind, rows, errors);
        var push = await _writer.WriteAsync(userId, edits, null, cancellationToken);
        var conflicts = new List<SyncedDocument>();
        foreach (var (edit, result) in edits.Zip(push.Results))
        {
            if (result.Status == ChangeStatus.Rejected)
                errors[edit.Key.Id] = [result.Problem!.Detail];
            else if (result is { Status: ChangeStatus.Stale, Current: { } current })
                conflicts.Add(SyncedDocument.Read(kind, edit.Key.Id, current));
        }

        return new RxdbPushed(await _tombstones.FillAsync(userId, kind, conflicts, cancellationToken), errors);
    }

    /// <param name="limit">RxDB takes a page with fewer documents for the last one.</param>
    /// <returns><c>null</c> when deletes that the client has not heard of are forgotten.</returns>
    public async Task<RxdbPage?> PullAsync(
        string userId, DocumentKind kind, SyncCursor cursor, int limit, CancellationToken cancellationToken)
    {
        var documents = new List<SyncedDocument>();
        var from = cursor;
        PulledPage? page;
        do
        {
            page = await _log.ReadAsync(userId, [kind.Name], cursor, limit - documents.Count, cancellationToken);
            if (page is null)
                return null;
            documents.AddRange(page.Entries.Select(entry => SyncedDocument.Read(kind, entry.Key.Id, entry.Body)));
            cursor = page.Cursor;
        }
        while (page.Log.HasMore && documents.Count < limit);
        return new RxdbPage(await _tombstones.FillAsync(userId, kind, documents, cancellationToken), from, cursor);
    }

    /// <summary>Where a stream starts: where the client's last one ended, or a minute ago. One transaction.</summary>
    public async Task<Sequence> StartAsync(string userId, Sequence? seen, CancellationToken cancellationToken)
    {
        var start = await _feed.StartAsync(userId, seen, cancellationToken);
        // Never the very start: from there the log is read as by a new client, who needs no deletes.
        return new Sequence(Math.Max(start.Ticks - (seen is null ? Overlap.Ticks : 0), Sequence.Start.Ticks + 1));
    }

    /// <summary>The changes as they happen, the client's own among them. Ends for a client that has to start over.</summary>
    public async IAsyncEnumerable<RxdbPage> ListenAsync(
        string userId, DocumentKind kind, Sequence start, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new SyncCursor(start);
        await foreach (var _ in _feed.ListenAsync(userId, start, cancellationToken))
        {
            RxdbPage? page;
            do
            {
                page = await PullAsync(userId, kind, cursor, limit, cancellationToken);
                if (page is null)
                    yield break;
                cursor = page.Cursor;
                if (page.Documents.Count > 0)
                    yield return page;
            }
            while (page.Documents.Count == limit);
        }
    }

    private List<RxdbEdit> Plan(SyncEditPlanner planner, DocumentKind kind, IReadOnlyList<RxdbRow?> rows, Dictionary<string, string[]> errors)
    {
        var time = EditTime.Of(null, _clock.GetUtcNow());
        var edits = new List<RxdbEdit>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is { NewDocumentState: { } state } row && RecordMembers.IdOf(state) is { } id && DocumentIds.IsValid(id))
                edits.Add(new RxdbEdit(planner, kind, id, state, ObjectOrNull(row.AssumedMasterState), time));
            else
                errors[$"[{i}].newDocumentState.id"] = [SyncProblems.IdRule];
        }

        return edits;
    }

    private static JsonElement? ObjectOrNull(JsonElement? value) => value is { ValueKind: JsonValueKind.Object } ? value : null;
}
