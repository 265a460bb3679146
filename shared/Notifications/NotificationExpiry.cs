using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Notifications;

/// <summary>Takes notifications out that are no longer shown, each with the row of its id; never the head, which gives out the sequences.</summary>
internal sealed class NotificationExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "notifications";

    private static readonly string[] Columns = ["PartitionKey", "RowKey", nameof(Notification.Id), NotificationRows.ExpiresAt];

    private readonly TableClient _table = tables.Notifications;

    public string Kind => Name;

    /// <summary>Reads from the oldest to the first that stays: they expire in their order, but for the days after the setting was changed.</summary>
    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var (first, end) = (NotificationRowKeys.Item(0), NotificationRowKeys.ItemEnd);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {owner} and RowKey gt {first} and RowKey lt {end}");
        var due = new List<string>();
        DateOnly? next = null;
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancellationToken))
        {
            var expires = DateOnly.FromDateTime(row.GetDateTimeOffset(NotificationRows.ExpiresAt)!.Value.UtcDateTime);
            if (expires > day)
            {
                next = expires;
                break;
            }

            due.Add(row.RowKey);
            due.Add(NotificationRowKeys.Id(row.GetString(nameof(Notification.Id))!));
        }

        await _table.DeleteRowsAsync(owner, due, count => done.Rows += count, cancellationToken);
        return next;
    }
}
