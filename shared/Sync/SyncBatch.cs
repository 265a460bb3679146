using Azure;
using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>Lays a set of writes out as the rows of one batch: the head first, so that its index tells a moved head from a taken id.</summary>
internal sealed class SyncBatch
{
    private readonly string _userId;
    private readonly List<TableTransactionAction> _actions = [];
    private readonly List<Sequence> _sequences = [];

    public SyncBatch(string userId, Head head, IReadOnlyList<DocumentWrite> writes, DateTimeOffset now)
    {
        _userId = userId;
        Last = head.Last;
        _actions.Add(null!);
        foreach (var write in writes)
            Add(write, now);
        var row = SyncRows.Head(userId, Last);
        _actions[0] = head.ETag is { } etag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    public IReadOnlyList<Sequence> Sequences => _sequences;

    public Sequence Last { get; private set; }

    private void Add(DocumentWrite write, DateTimeOffset now)
    {
        Last = Last.Next(now);
        _sequences.Add(Last);
        var body = write.Body.At(Last);
        AddDocument(write, body);
        Insert(SyncRows.Log(_userId, Last, write.Key, body));
        if (write.Replaces is { } old)
            Delete(SyncRowKeys.Log(old.Sequence));
        AddListItem(write);
        AddSamples(write);
    }

    private void AddDocument(DocumentWrite write, string body)
    {
        var state = write.State with
        {
            Sequence = Last,
            SampleRows = SampleRowsAfter(write),
            SamplesVersion = write.Samples is null ? write.Replaces?.SamplesVersion ?? 0 : write.State.Version,
        };
        var row = SyncRows.Document(_userId, write.Key, state, body);
        if (write.Replaces is null)
            Insert(row);
        else
            Replace(row);
    }

    private void AddListItem(DocumentWrite write)
    {
        var oldKey = write.Replaces?.ListedAt is { } before ? SyncRowKeys.ListItem(write.Key, before) : null;
        var newKey = write.State.ListedAt is { } after ? SyncRowKeys.ListItem(write.Key, after) : null;
        if (oldKey is not null && oldKey != newKey)
            Delete(oldKey);
        if (newKey is not null && write.Summary is { } summary)
            Replace(SyncRows.ListItem(_userId, newKey, summary.At(Last), write.ListTag));
    }

    private void AddSamples(DocumentWrite write)
    {
        if (write.Samples is null)
            return;
        foreach (var row in SyncRows.Samples(_userId, write.Key, write.Samples, write.State.Version))
            Replace(row);
        for (var row = SampleRowsAfter(write); row < (write.Replaces?.SampleRows ?? 0); row++)
            Delete(SyncRowKeys.Samples(write.Key, row));
    }

    private static int SampleRowsAfter(DocumentWrite write) => write.Samples is { } samples
        ? BatchLimits.SampleRows(samples.Length)
        : write.Replaces?.SampleRows ?? 0;

    private void Insert(TableEntity row) => _actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));

    private void Replace(TableEntity row) => _actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));

    private void Delete(string rowKey) =>
        _actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(_userId, rowKey), ETag.All));
}
