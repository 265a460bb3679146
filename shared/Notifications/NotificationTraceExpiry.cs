using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Notifications;

/// <summary>Takes traces out whose notifications have expired.</summary>
internal sealed class NotificationTraceExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "notificationTraces";

    private static readonly string[] Columns = ["RowKey", NotificationRows.ExpiresAt];

    private readonly TableClient _table = tables.Notifications;

    public string Kind => Name;

    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var (first, end) = (NotificationRowKeys.TracePrefix, NotificationRowKeys.TraceEnd);
        var rows = await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {owner} and RowKey gt {first} and RowKey lt {end}"),
            select: Columns,
            cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        var due = rows.ToLookup(row => DayOf(row) <= day);
        await _table.DeleteRowsAsync(owner, due[true].Select(row => row.RowKey), count => done.Rows += count, cancellationToken);
        return due[false].Min(row => (DateOnly?)DayOf(row));
    }

    private static DateOnly DayOf(TableEntity row) => DateOnly.FromDateTime(row.GetDateTimeOffset(NotificationRows.ExpiresAt)!.Value.UtcDateTime);
}
