using Azure;
using Azure.Data.Tables;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// A table by Table Storage's rules: rows sorted by ordinal, ETags, atomic batches of one partition with each row once, at most 100 rows and
/// 4 MiB; a page is a snapshot, a query of several pages is none.
/// </summary>
internal sealed class MemoryTable(Mishaps mishaps) : TableClient
{
    private readonly SortedDictionary<(string Partition, string Row), TableEntity> _rows = new(KeyOrder.Instance);
    private int _changes;

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        mishaps.CallAsync<NullableResponse<T>>(() => _rows.TryGetValue((partitionKey, rowKey), out var row)
            ? Response.FromValue((T)(object)Copy(row), new MemoryResponse(200))
            : new Absent<T>());

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new MemoryQuery<T>(mishaps, after => Page<T>(TableFilter.Parse(filter!), after, maxPerPage ?? 1000));

    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        // Laid out before anything is awaited, as the real client serializes it.
        var actions = transactionActions.ToList();
        return mishaps.CallAsync(() => Response.FromValue(Commit(actions), new MemoryResponse(202)));
    }

    private (IReadOnlyList<T> Rows, string? Next) Page<T>(TableFilter filter, string? after, int size)
    {
        var found = _rows.Values.Where(row => (after is null || string.CompareOrdinal(row.RowKey, after) > 0) && filter.Accepts(row))
            .Take(size + 1).ToList();
        var page = found.Take(size).Select(row => (T)(object)Copy(row)).ToList();
        return (page, found.Count > size ? found[size - 1].RowKey : null);
    }

    private IReadOnlyList<Response> Commit(List<TableTransactionAction> actions)
    {
        Assert.InRange(actions.Count, 1, 100);
        Assert.Single(actions.Select(action => action.Entity.PartitionKey).Distinct());
        Assert.Equal(actions.Count, actions.Select(action => action.Entity.RowKey).Distinct().Count());
        Assert.InRange(actions.Sum(action => RowSize.Of((TableEntity)action.Entity)), 1, 4 << 20);
        for (var i = 0; i < actions.Count; i++)
            Check(actions[i], i);
        return [.. actions.Select(Apply)];
    }

    private void Check(TableTransactionAction action, int index)
    {
        var exists = _rows.TryGetValue((action.Entity.PartitionKey, action.Entity.RowKey), out var row);
        if (action.ActionType == TableTransactionActionType.Add && exists)
            throw Refused(409, "EntityAlreadyExists", index);
        if (action.ActionType is TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete && !exists)
            throw Refused(404, "ResourceNotFound", index);
        if (action.ETag != default && action.ETag != ETag.All && action.ETag != row!.ETag)
            throw Refused(412, "UpdateConditionNotSatisfied", index);
    }

    private MemoryResponse Apply(TableTransactionAction action)
    {
        var key = (action.Entity.PartitionKey, action.Entity.RowKey);
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            _rows.Remove(key);
            return new MemoryResponse(204);
        }

        var row = Copy((TableEntity)action.Entity);
        // Without quotes: those belong to the header, and parsing it takes them off.
        row.ETag = new ETag($"{++_changes}");
        _rows[key] = row;
        return new MemoryResponse(204, row.ETag);
    }

    private static TableEntity Copy(TableEntity row) => new(row) { ETag = row.ETag };

    private static TableTransactionFailedException Refused(int status, string code, int index) =>
        new(new RequestFailedException(status, $"{index}:Refused", code, null) { Data = { ["FailedEntity"] = $"{index}" } });
}
