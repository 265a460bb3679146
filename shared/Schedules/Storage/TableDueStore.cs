using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FitServerless.Schedules.Runs;
using FitServerless.Storage;

namespace FitServerless.Schedules.Storage;

/// <summary>Partition <c>kind|slot|shard</c>, row the person's id. What a slot holds is found by stepping through the partitions' keys.</summary>
internal sealed class TableDueStore(AppTables tables) : IDueStore
{
    private const string Replay = "|replay";

    /// <summary>Sorts behind '|' and so behind all keys that begin with what stands before it.</summary>
    private const string End = "~";

    private readonly TableClient _table = tables.Due;

    public async IAsyncEnumerable<DateTimeOffset> FindSlotsAsync(
        OccasionKind kind, DateTimeOffset after, DateTimeOffset upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var behind = SlotKey(kind, after) + End;
        while (await FirstPartitionAsync(behind, SlotKey(kind, upTo) + End, cancellationToken) is { } partition)
        {
            var slot = ScheduleText.Slot(partition.Split('|')[1]);
            yield return slot;
            behind = SlotKey(kind, slot) + End;
        }
    }

    public async IAsyncEnumerable<string> FindShardsAsync(
        OccasionKind kind, DateTimeOffset slot, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var behind = SlotKey(kind, slot);
        while (await FirstPartitionAsync(behind, SlotKey(kind, slot) + End, cancellationToken) is { } partition)
        {
            yield return partition.Split('|')[2];
            behind = partition;
        }
    }

    public async Task<DuePage> ReadAsync(DueShard shard, string? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Key(shard)} and RowKey gt {after ?? ""}");
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == limit)
                break;
        }

        return new DuePage(rows.ConvertAll(row => FromRow(shard, row)), rows.Count == limit ? rows[^1].RowKey : null);
    }

    public async Task<bool> HasAsync(OccasionKind kind, DateTimeOffset slot, string userId, CancellationToken cancellationToken)
    {
        var partition = Key(new DueShard(kind, slot, Shards.Of(userId)));
        return (await _table.GetEntityIfExistsAsync<TableEntity>(partition, userId, ["RowKey"], cancellationToken)).HasValue;
    }

    public Task PutAsync(IEnumerable<DueOccasion> due, CancellationToken cancellationToken) => TableBatches.SubmitAsync(
        _table, due.Select(one => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ToRow(one))), cancellationToken);

    public Task DeleteAsync(IEnumerable<DueOccasion> due, CancellationToken cancellationToken) => TableBatches.SubmitAsync(
        _table, due.Select(one => new TableTransactionAction(TableTransactionActionType.Delete, ToRow(one), Azure.ETag.All)), cancellationToken);

    private async Task<string?> FirstPartitionAsync(string behind, string before, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {behind} and PartitionKey lt {before}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, 1, ["PartitionKey"], cancellationToken))
            return row.PartitionKey;
        return null;
    }

    private static string SlotKey(OccasionKind kind, DateTimeOffset slot) => $"{kind}|{ScheduleText.Of(slot)}|";

    private static string Key(DueShard shard) => SlotKey(shard.Kind, shard.Slot) + shard.Shard;

    private static TableEntity ToRow(DueOccasion due) =>
        new(Key(new DueShard(due.Kind, due.Slot, Shards.Of(due.UserId))), due.UserId + (due.IsReplay ? Replay : ""))
        {
            [nameof(DueOccasion.LocalDate)] = ScheduleText.Of(due.LocalDate),
            [nameof(DueOccasion.Served)] = ScheduleText.Of(due.Served),
        };

    private static DueOccasion FromRow(DueShard shard, TableEntity row)
    {
        var isReplay = row.RowKey.EndsWith(Replay, StringComparison.Ordinal);
        return new DueOccasion(
            shard.Kind,
            isReplay ? row.RowKey[..^Replay.Length] : row.RowKey,
            shard.Slot,
            ScheduleText.Date(row.GetString(nameof(DueOccasion.LocalDate))),
            ScheduleText.Date(row.GetString(nameof(DueOccasion.Served))),
            isReplay);
    }
}
