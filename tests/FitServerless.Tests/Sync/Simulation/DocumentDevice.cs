using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>An offline-first client of <c>POST /api/sync</c>, as its documentation asks for one.</summary>
internal sealed class DocumentDevice(int number, DocumentRun run)
{
    private static readonly string[] Collections = ["goals", "preferences", "journal", "workouts"];

    private readonly Dictionary<DocumentKey, DocumentReplica> _replicas = [];
    private readonly List<DocumentEdit> _outbox = [];
    private readonly List<DocumentEdit> _sentBefore = [];
    private readonly TimeSpan _skew = run.SkewOf(number);
    private readonly string _id = $"device {number}";
    private SyncProcess _server = run.NewProcess();
    private SyncCursor _cursor = SyncCursor.Start;
    private HashSet<DocumentKey>? _seenInResync;
    private bool _hasMore = true;
    private DateTimeOffset _lastEdit = DateTimeOffset.UnixEpoch;
    private int _edits;

    public bool IsQuiet => _outbox.Count == 0 && !_hasMore;

    public string Replicas => DocumentRun.Text(_replicas);

    public async Task LiveAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await run.Turns.WaitAsync();
            switch (run.Random.Next(12))
            {
                case 0 or 1:
                    Create();
                    break;
                case 2 or 3 or 4:
                    Change();
                    break;
                case 5:
                    Delete();
                    break;
                case 6:
                    await RepeatAsync();
                    break;
                default:
                    await TrySyncAsync();
                    break;
            }
        }
    }

    /// <summary>Sends what is unanswered and pulls; whatever goes wrong, it comes again with the next sync.</summary>
    public async Task TrySyncAsync()
    {
        // While it starts over it only pulls: what it then still has is what others know of.
        var sent = _seenInResync is null ? _outbox.ToList() : [];
        _sentBefore.AddRange(sent);
        if (await TrySendAsync(_cursor, sent) is not { } outcome || run.Mishaps.LosesAnswer())
            return;
        if (outcome is SyncOutcome.Done { Answer: var answer })
            Take(answer, sent);
        else
            (_cursor, _seenInResync, _hasMore) = (SyncCursor.Start, [], true);
    }

    /// <summary>A network delivers a request again that has been answered long ago.</summary>
    private async Task RepeatAsync()
    {
        if (_sentBefore.Count > 0)
            await TrySendAsync(_cursor, [_sentBefore[run.Random.Next(_sentBefore.Count)]]);
    }

    private async Task<SyncOutcome?> TrySendAsync(SyncCursor cursor, IReadOnlyList<DocumentEdit> edits)
    {
        try
        {
            return await _server.Sync.SyncAsync(
                run.UserId, _id, cursor, null, run.Random.Next(1, 20), [.. edits.Select(edit => new ParsedSyncEdit(edit.Edit, null))], default);
        }
        catch (ProcessDeathException)
        {
            _server = run.NewProcess();
        }
        catch (Exception e) when (e is SyncContentionException || StorageFaults.IsOutage(e))
        {
            run.Faults++;
        }

        return null;
    }

    private void Take(SyncAnswer answer, List<DocumentEdit> sent)
    {
        foreach (var (edit, result) in sent.Zip(answer.Results))
        {
            _outbox.Remove(edit);
            edit.Answer = result;
            if (result.Current is { } current)
                Take(current);
            else if (result.Outcome.Status == ChangeStatus.Applied)
                Take(edit.Key, new DocumentReplica(result.Outcome.Version, TextOf(edit.Edit)));
            else
                // Forgotten by the server: the edit can't be made any more.
                _replicas.Remove(edit.Key);
        }

        foreach (var change in answer.Changes)
            Take(change);
        (_cursor, _hasMore) = (answer.Cursor, answer.HasMore);
        if (_seenInResync is { } seen && !_hasMore)
        {
            foreach (var key in _replicas.Keys.Where(key => !seen.Contains(key)).ToList())
                _replicas.Remove(key);
            _seenInResync = null;
        }
    }

    private void Take(SyncedDocument document)
    {
        _seenInResync?.Add(document.Key);
        Take(document.Key, DocumentReplica.Of(document));
    }

    private void Take(DocumentKey key, DocumentReplica replica)
    {
        if (replica.Deleted)
            _replicas.Remove(key);
        else
            _replicas[key] = replica;
    }

    private void Create()
    {
        var collection = Collections[run.Random.Next(Collections.Length)];
        // Now and then two devices mean the same document.
        var id = run.Random.Next(3) == 0 ? "shared" : $"{number}-{_edits}";
        if (Shown(new DocumentKey(collection, id)) is not null)
            return;
        var data = new JsonObject();
        if (collection == "workouts")
            data["startedAt"] = "2026-03-01T06:30:00Z";
        Put(new DocumentKey(collection, id), data, Members(collection).ToList());
    }

    private void Change()
    {
        if (Any() is not { } key || Shown(key) is not { } shown)
            return;
        var data = JsonNode.Parse(shown)!.AsObject();
        if (data.ContainsKey("ct"))
            Put(key, data, ["ct"]);
        else if (run.Random.Next(10) == 0)
            Put(key, new JsonObject { ["enc"] = "x", ["kid"] = "k", ["iv"] = "i" }, ["ct"]);
        else
            Put(key, data, [.. Members(key.Collection).Where(_ => run.Random.Next(2) == 0)]);
    }

    private void Put(DocumentKey key, JsonObject data, List<string> members)
    {
        var tokens = members.ConvertAll(member => $"{number}/{_edits}{member}");
        foreach (var (member, token) in members.Zip(tokens))
            data[member] = token;
        Add(key, "put", JsonSerializer.SerializeToElement(data), tokens);
    }

    private void Delete()
    {
        if (Any() is { } key && Shown(key) is not null)
            Add(key, "delete", null, []);
    }

    private void Add(DocumentKey key, string op, JsonElement? data, IReadOnlyList<string> tokens)
    {
        var edit = new DocumentEdit(
            new SyncEdit
            {
                Collection = key.Collection,
                Id = key.Id,
                Op = op,
                MutationId = $"{_edits++}",
                BaseVersion = _outbox.Find(pending => pending.Key == key)?.Edit.BaseVersion ?? _replicas.GetValueOrDefault(key)?.Version,
                UpdatedAt = NextEditTime(),
                Data = data,
            },
            _id,
            tokens);
        _outbox.Add(edit);
        run.Edits.Add(edit);
    }

    /// <summary>What the device's user sees: the last unanswered edit, else what the server sent.</summary>
    private string? Shown(DocumentKey key)
    {
        if (_outbox.FindLast(pending => pending.Key == key) is { } pending)
            return pending.Edit.Data?.GetRawText();
        return _replicas.GetValueOrDefault(key)?.Data is { } text ? JsonOf(key, text).ToJsonString() : null;
    }

    private DocumentKey? Any()
    {
        var keys = _replicas.Keys.Concat(_outbox.Select(pending => pending.Key)).Distinct().OrderBy(key => key.ToString(), StringComparer.Ordinal).ToList();
        return keys.Count > 0 ? keys[run.Random.Next(keys.Count)] : null;
    }

    private static string? TextOf(SyncEdit edit) =>
        edit.Data is { } data ? DocumentReplica.Canonical(JsonNode.Parse(data.GetRawText())!.AsObject()) : null;

    private static JsonObject JsonOf(DocumentKey key, string text)
    {
        var data = new JsonObject();
        foreach (var member in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            data[member.Split('=')[0]] = member.Split('=')[1];
        if (data.ContainsKey("ct"))
            (data["enc"], data["kid"], data["iv"]) = ("x", "k", "i");
        else if (key.Collection == "workouts")
            data["startedAt"] = "2026-03-01T06:30:00Z";
        return data;
    }

    private static string[] Members(string collection) => collection == "workouts" ? ["title", "notes"] : ["a", "b", "c"];

    private DateTimeOffset NextEditTime()
    {
        var clock = run.Clock.GetUtcNow() + _skew;
        return _lastEdit = clock > _lastEdit ? clock : _lastEdit.AddMilliseconds(1);
    }
}
