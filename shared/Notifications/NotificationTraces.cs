using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Notifications;

/// <summary>
/// In whose inboxes there is something about a person: a row for each in the person's own partition, so that it can be forgotten there, too.
/// </summary>
public sealed class NotificationTraces(AppTables tables, ExpiryIndex expiry)
{
    /// <summary>What is left at its place in an inbox, whose sequence has no gaps.</summary>
    public const string Forgotten = "From somebody who has left";

    private static readonly string[] Columns = [nameof(Notification.Id), NotificationRows.About];

    private readonly TableClient _table = tables.Notifications;

    /// <summary>Before the notification is written. Safe to repeat. One transaction, the first time in a process up to three more.</summary>
    public async Task NoteAsync(string about, string userId, string id, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await expiry.NoteAsync(NotificationTraceExpiry.Name, about, DateOnly.FromDateTime(expiresAt.UtcDateTime), cancellationToken);
        var row = new TableEntity(about, NotificationRowKeys.Trace(userId, id))
        {
            ["UserId"] = userId,
            [nameof(Notification.Id)] = id,
            [NotificationRows.ExpiresAt] = expiresAt,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Empties what the traces lead to; the traces stay until all is empty. One transaction, and three for each.</summary>
    public async Task EmptyAsync(string about, CancellationToken cancellationToken)
    {
        var (first, end) = (NotificationRowKeys.TracePrefix, NotificationRowKeys.TraceEnd);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {about} and RowKey gt {first} and RowKey lt {end}");
        await foreach (var trace in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            await EmptyAsync(trace.GetString("UserId")!, trace.GetString(nameof(Notification.Id))!, cancellationToken);
    }

    /// <summary>Takes the traces away that lead into a person's own inbox. A transaction for each thousand in it, and one for each trace.</summary>
    public async Task DropAsync(string userId, CancellationToken cancellationToken)
    {
        var (first, end) = (NotificationRowKeys.Item(0), NotificationRowKeys.ItemEnd);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {first} and RowKey lt {end} and About gt ''");
        await foreach (var item in _table.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancellationToken))
        {
            var trace = NotificationRowKeys.Trace(userId, item.GetString(nameof(Notification.Id))!);
            await _table.DeleteEntityAsync(item.GetString(NotificationRows.About)!, trace, cancellationToken: cancellationToken);
        }
    }

    private async Task EmptyAsync(string userId, string id, CancellationToken cancellationToken)
    {
        var known = await _table.GetEntityIfExistsAsync<TableEntity>(userId, NotificationRowKeys.Id(id), cancellationToken: cancellationToken);
        if (!known.HasValue)
            return;
        var itemKey = NotificationRowKeys.Item(NotificationRows.SequenceOf(known.Value!));
        while (await _table.GetEntityIfExistsAsync<TableEntity>(userId, itemKey, cancellationToken: cancellationToken) is { HasValue: true } item
            && !await TryEmptyAsync(item.Value!, cancellationToken))
        {
            // It was marked as read meanwhile.
        }
    }

    private async Task<bool> TryEmptyAsync(TableEntity item, CancellationToken cancellationToken)
    {
        item[nameof(Notification.Title)] = Forgotten;
        item[nameof(Notification.Body)] = "";
        item.Remove(nameof(Notification.Data));
        item.Remove(NotificationRows.About);
        try
        {
            await _table.UpdateEntityAsync(item, item.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }
}
