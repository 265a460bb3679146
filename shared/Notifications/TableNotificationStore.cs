using System.Net;
using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Notifications;

internal sealed class TableNotificationStore(AppTables tables, ExpiryIndex expiry) : INotificationStore
{
    /// <summary>The service's own limit of a batch.</summary>
    private const int BatchRows = 100;

    private readonly TableClient _table = tables.Notifications;

    public async Task<InboxHead> ReadHeadAsync(string userId, CancellationToken cancellationToken) =>
        await FindRowAsync(userId, NotificationRowKeys.Head, cancellationToken) is { } row ? NotificationRows.Head(row) : new InboxHead(0, null);

    public async Task<AddOutcome> AddAsync(
        string userId, InboxHead head, NewNotification notification, DateTimeOffset now, DateTimeOffset expiresAt,
        CancellationToken cancellationToken)
    {
        await expiry.NoteAsync(NotificationExpiry.Name, userId, DateOnly.FromDateTime(expiresAt.UtcDateTime), cancellationToken);
        var sequence = head.Last + 1;
        var next = NotificationRows.Head(userId, sequence);
        TableTransactionAction[] batch =
        [
            head.ETag is { } etag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, etag)
                : new TableTransactionAction(TableTransactionActionType.Add, next),
            new(TableTransactionActionType.Add, NotificationRows.Id(userId, notification.Id, sequence, expiresAt)),
            new(TableTransactionActionType.Add, NotificationRows.Item(userId, sequence, notification, now, expiresAt)),
        ];
        try
        {
            await _table.SubmitTransactionAsync(batch, cancellationToken);
            return AddOutcome.Added;
        }
        catch (TableTransactionFailedException e) when (e.Status == (int)HttpStatusCode.Conflict && e.FailedTransactionActionIndex == 1)
        {
            return AddOutcome.AlreadyThere;
        }
        catch (RequestFailedException e) when (e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.Conflict)
        {
            return AddOutcome.HeadMoved;
        }
    }

    public async Task<IReadOnlyList<Notification>> ReadAsync(
        string userId, long after, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(Behind(userId, after, now), limit, cancellationToken: cancellationToken)
            .Take(limit).Select(NotificationRows.Item).ToListAsync(cancellationToken);

    public async Task<int> CountUnreadAsync(string userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(Behind(userId, 0, now), null, [nameof(Notification.ReadAt)], cancellationToken)
            .CountAsync(row => row.GetDateTimeOffset(nameof(Notification.ReadAt)) is null, cancellationToken);

    public async Task<Notification?> FindAsync(string userId, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(userId, NotificationRowKeys.Id(id), cancellationToken) is not { } idRow)
            return null;
        var row = await FindRowAsync(userId, NotificationRowKeys.Item(NotificationRows.SequenceOf(idRow)), cancellationToken);
        return row?.GetDateTimeOffset(NotificationRows.ExpiresAt) > now ? NotificationRows.Item(row) : null;
    }

    public async Task MarkAsync(
        string userId, IEnumerable<long> sequences, NotificationMark mark, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var some in sequences.Chunk(BatchRows))
            await MarkAsync(some.Select(sequence => NotificationRows.Marked(userId, sequence, mark, at)).ToList(), cancellationToken);
    }

    private static string Behind(string userId, long after, DateTimeOffset now)
    {
        var (first, end) = (NotificationRowKeys.Item(after), NotificationRowKeys.ItemEnd);
        return TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {first} and RowKey lt {end} and ExpiresAt gt {now}");
    }

    private async Task MarkAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (rows.Count > 0)
        {
            try
            {
                await _table.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, ETag.All)), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException e) when (e.Status == (int)HttpStatusCode.NotFound && e.FailedTransactionActionIndex is { } gone)
            {
                rows.RemoveAt(gone);
            }
        }
    }

    private async Task<TableEntity?> FindRowAsync(string userId, string rowKey, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
