namespace FitServerless.Sync;

/// <summary>The next changes of a push, as many as one atomic batch holds, each decided.</summary>
internal sealed class BatchPlan
{
    private readonly List<Decision> _decisions = [];
    private readonly List<DocumentWrite> _writes = [];
    private int _rows;
    private int _bytes;

    public IReadOnlyList<Decision> Decisions => _decisions;

    public IReadOnlyList<DocumentWrite> Writes => _writes;

    /// <summary>
    /// Stops before a change that no longer fits, or whose document an earlier change of the batch is about: a batch takes each row once,
    /// and the later change must be decided against the earlier one, with reads of its own.
    /// </summary>
    public static BatchPlan Make(IReadOnlyList<DocumentChange> changes, int from, DocumentReads reads)
    {
        var plan = new BatchPlan();
        var touched = new HashSet<DocumentKey>();
        for (var i = from; i < changes.Count && !touched.Contains(changes[i].Key); i++)
        {
            var decision = changes[i].Decide(reads[changes[i].Key]);
            if (decision is Decision.Write write && !plan.TryAdd(write.Document))
                break;
            touched.Add(changes[i].Key);
            plan._decisions.Add(decision);
        }

        return plan;
    }

    public ChangeResult ResultOf(int index, IReadOnlyList<Sequence> sequences)
    {
        if (_decisions[index] is not Decision.Write { TellsCurrent: true } write)
            return _decisions[index].Result;
        return write.Result with { Current = new StoredJson(write.Document.Body.At(sequences[_writes.IndexOf(write.Document)])) };
    }

    private bool TryAdd(DocumentWrite write)
    {
        var rows = BatchLimits.RowsOf(write);
        var bytes = BatchLimits.BytesOf(write);
        if (_writes.Count > 0 && (_rows + rows > BatchLimits.Rows || _bytes + bytes > BatchLimits.Bytes))
            return false;
        _rows += rows;
        _bytes += bytes;
        _writes.Add(write);
        return true;
    }
}
