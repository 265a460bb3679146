using Azure;
using Azure.Data.Tables;
using FitServerless.Schedules.Runs;
using FitServerless.Storage;

namespace FitServerless.Schedules.Storage;

/// <summary>Partitions <c>watermark</c> (row the kind), <c>run|kind</c> (row the slot) and <c>aside|kind</c> (row slot and person).</summary>
internal sealed class TableRunStore(AppTables tables) : IRunStore
{
    private const string WatermarkPartition = "watermark";
    private const string Slot = "Slot";

    private readonly TableClient _table = tables.ScheduleRuns;

    public async Task<Watermark> FindWatermarkAsync(OccasionKind kind, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(WatermarkPartition, kind.ToString(), cancellationToken: cancellationToken);
        return row.HasValue ? new Watermark(kind, row.Value!.GetDateTimeOffset(Slot), row.Value.ETag) : new Watermark(kind, null, default);
    }

    public async Task<bool> TryAdvanceAsync(Watermark watermark, DateTimeOffset slot, CancellationToken cancellationToken)
    {
        var row = new TableEntity(WatermarkPartition, watermark.Kind.ToString()) { [Slot] = slot };
        try
        {
            if (watermark.Slot is null)
                await _table.AddEntityAsync(row, cancellationToken);
            else
                await _table.UpdateEntityAsync(row, watermark.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    public Task BeginAsync(RunKey run, int shards, DateTimeOffset at, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(Row(run, ("StartedAt", at), ("Shards", shards), ("State", "running")), TableUpdateMode.Merge, cancellationToken);

    public Task EndAsync(RunEnd end, DateTimeOffset at, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        Row(
            end.Run,
            ("EndedAt", at),
            ("State", end.FailedShards == 0 ? "done" : "failed"),
            (nameof(RunEnd.FailedShards), end.FailedShards),
            (nameof(RunCounts.Served), end.Counts.Served),
            (nameof(RunCounts.Moved), end.Counts.Moved),
            (nameof(RunCounts.Gone), end.Counts.Gone),
            (nameof(RunCounts.SetAside), end.Counts.SetAside)),
        TableUpdateMode.Merge,
        cancellationToken);

    public Task SetAsideAsync(SetAside setAside, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(SetAsideRows.ToRow(setAside), TableUpdateMode.Replace, cancellationToken);

    public async IAsyncEnumerable<SetAside> ListSetAsideAsync(
        OccasionKind kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {SetAsideRows.Partition(kind)}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            yield return SetAsideRows.FromRow(kind, row);
    }

    public Task DeleteAsync(SetAside setAside, CancellationToken cancellationToken)
    {
        var row = SetAsideRows.ToRow(setAside);
        return _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    public async Task PurgeAsync(OccasionKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var partition in new[] { RunPartition(kind), SetAsideRows.Partition(kind) })
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {ScheduleText.Of(before)}");
            var old = new List<TableTransactionAction>();
            await foreach (var row in _table.QueryAsync<TableEntity>(
            filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
                old.Add(new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All));
            await TableBatches.SubmitAsync(_table, old, cancellationToken);
        }
    }

    private static string RunPartition(OccasionKind kind) => $"run|{kind}";

    private static TableEntity Row(RunKey run, params ReadOnlySpan<(string Name, object Value)> columns)
    {
        var row = new TableEntity(RunPartition(run.Kind), ScheduleText.Of(run.Slot));
        foreach (var (name, value) in columns)
            row[name] = value;
        return row;
    }
}
