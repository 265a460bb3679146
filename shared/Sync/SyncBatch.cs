using Azure;
using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>Lays a set of writes out as the rows of one batch: the head first, so that its index tells a moved head from a taken id.</summary>
internal sealed class SyncBatch
{
    private readonly string _userId;
    private readonly int _historyVersions;
    private readonly List<TableTransactionAction> _actions = [];
    private readonly List<Sequence> _sequences = [];

    public SyncBatch(string userId, Head head, IReadOnlyList<DocumentWrite> writes, DateTimeOffset now, int historyVersions)
    {
        _userId = userId;
        _historyVersions = historyVersions;
        Last = head.Last;
        _actions.Add(null!);
        foreach (var write in writes)
            Add(write, now);
        var row = LogRows.Head(userId, Last, head.Horizon);
        _actions[0] = head.ETag is { } etag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    public IReadOnlyList<Sequence> Sequences => _sequences;

    public Sequence Last { get; private set; }

    private void Add(DocumentWrite write, DateTimeOffset now)
    {
        if (write.Moves)
            Last = Last.Next(now);
        var sequence = write.Moves ? Last : write.Replaces!.State.Sequence;
        _sequences.Add(sequence);
        var history = HistoryStep.Of(write, _historyVersions, Last.Next(now));
        var state = StateAfter(write, sequence, history);
        if (write.Moves)
            AddBody(write, state);
        else
            ReplaceDocument(DocumentRows.Document(_userId, write.Key, state, write.Replaces!.Body), write.Replaces!);
        foreach (var past in history.Added)
            Replace(PastRows.Of(_userId, write.Key, past));
        foreach (var version in history.Dropped)
            Delete(SyncRowKeys.Past(write.Key, version));
    }

    private void AddBody(DocumentWrite write, DocumentState state)
    {
        var body = write.Body.At(Last);
        var row = DocumentRows.Document(_userId, write.Key, state, body);
        if (write.Replaces is { } old)
            ReplaceDocument(row, old);
        else
            Insert(row);
        Insert(LogRows.Entry(_userId, write.Key, state, body));
        if (write.Replaces is not null)
            Delete(SyncRowKeys.Log(write.Replaces.State.Sequence));
        AddListItem(write);
        AddSamples(write);
    }

    private static DocumentState StateAfter(DocumentWrite write, Sequence sequence, HistoryStep history) => write.State with
    {
        Sequence = sequence,
        Created = write.Replaces?.State is { Deleted: false } old ? old.Created : sequence,
        SampleRows = SampleRowsAfter(write),
        SamplesVersion = write.Samples is null ? write.Replaces?.State.SamplesVersion ?? 0 : write.State.Version,
        Past = write.State.Past with { Versions = history.Versions, Kept = history.Kept },
    };

    private void AddListItem(DocumentWrite write)
    {
        var oldKey = write.Replaces?.State.ListedAt is { } before ? SyncRowKeys.ListItem(write.Key, before) : null;
        var newKey = write.State.ListedAt is { } after ? SyncRowKeys.ListItem(write.Key, after) : null;
        if (oldKey is not null && oldKey != newKey)
            Delete(oldKey);
        if (newKey is not null && write.Summary is { } summary)
            Replace(ListRows.Of(_userId, newKey, summary.At(Last), write.ListTag));
    }

    private void AddSamples(DocumentWrite write)
    {
        if (write.Samples is null)
            return;
        foreach (var row in DocumentRows.Samples(_userId, write.Key, write.Samples, write.State.Version))
            Replace(row);
        for (var row = SampleRowsAfter(write); row < (write.Replaces?.State.SampleRows ?? 0); row++)
            Delete(SyncRowKeys.Samples(write.Key, row));
    }

    private static int SampleRowsAfter(DocumentWrite write) => write.Samples is { } samples
        ? BatchLimits.SampleRows(samples.Length)
        : write.Replaces?.State.SampleRows ?? 0;

    private void Insert(TableEntity row) => _actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));

    private void Replace(TableEntity row) => _actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));

    /// <summary>Under the ETag it was read with: the head may have been read later than the document.</summary>
    private void ReplaceDocument(TableEntity row, StoredDocument old) =>
        _actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, old.ETag ?? ETag.All));

    private void Delete(string rowKey) =>
        _actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(_userId, rowKey), ETag.All));
}
