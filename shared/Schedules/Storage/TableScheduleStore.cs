using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Schedules.Storage;

/// <summary>Partition the shard, so that those who are moved on together are noted together; row the person's id.</summary>
internal sealed class TableScheduleStore(AppTables tables) : IScheduleStore
{
    private readonly TableClient _table = tables.Schedules;

    public async Task<UserSchedule> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Shards.Of(userId), userId, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : UserSchedule.None;
    }

    public Task SetAsync(string userId, IEnumerable<KeyValuePair<OccasionKind, ScheduleEntry>> entries, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(ToRow(userId, entries), TableUpdateMode.Merge, cancellationToken);

    public Task NoteAsync(IEnumerable<DueOccasion> planned, CancellationToken cancellationToken) => TableBatches.SubmitAsync(
        _table,
        planned.Select(due => new TableTransactionAction(
            TableTransactionActionType.UpsertMerge, ToRow(due.UserId, [KeyValuePair.Create(due.Kind, ScheduleEntry.Of(due))]))),
        cancellationToken);

    public Task DeleteAsync(string userId, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(Shards.Of(userId), userId, ETag.All, cancellationToken);

    private static TableEntity ToRow(string userId, IEnumerable<KeyValuePair<OccasionKind, ScheduleEntry>> entries)
    {
        var row = new TableEntity(Shards.Of(userId), userId);
        foreach (var (kind, entry) in entries)
            row[kind.ToString()] = entry.ToString();
        return row;
    }

    private static UserSchedule FromRow(TableEntity row) => new(Enum.GetValues<OccasionKind>()
        .Where(kind => row.ContainsKey(kind.ToString()))
        .ToImmutableDictionary(kind => kind, kind => ScheduleEntry.Parse(row.GetString(kind.ToString())!)));
}
