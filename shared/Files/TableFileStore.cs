using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Files;

internal sealed class TableFileStore(AppTables tables) : IFileStore
{
    private readonly TableClient _table = tables.Files;

    public async Task<StoredFile?> FindAsync(string userId, string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, FileRows.Key(id), cancellationToken: cancellationToken);
        return row.HasValue ? FileRows.File(row.Value!) : null;
    }

    public async Task<(StoredFile? File, FileTotals Totals)> FindWithTotalsAsync(string userId, string id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and (RowKey eq {FileRows.Key(id)} or RowKey eq {FileRows.Totals})");
        var (file, totals) = (default(StoredFile), FileTotals.None);
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == FileRows.Totals)
                totals = FileRows.TotalsOf(row);
            else
                file = FileRows.File(row);
        }

        return (file, totals);
    }

    public async Task<FileTotals> ReadTotalsAsync(string userId, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, FileRows.Totals, cancellationToken: cancellationToken);
        return row.HasValue ? FileRows.TotalsOf(row.Value!) : FileTotals.None;
    }

    public async Task<IReadOnlyList<StoredFile>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var files = new List<StoredFile>();
        await foreach (var row in _table.QueryAsync<TableEntity>(KeyPrefix.Filter(userId, FileRows.Prefix), cancellationToken: cancellationToken))
            files.Add(FileRows.File(row));
        return files;
    }

    public Task<bool> TryAddAsync(string userId, StoredFile file, FileTotals totals, CancellationToken cancellationToken) => TrySubmitAsync(
        Change(userId, totals, totals.With(file)),
        new TableTransactionAction(TableTransactionActionType.Add, FileRows.ToRow(userId, file)),
        cancellationToken);

    public Task<bool> TryDeleteAsync(string userId, StoredFile file, FileTotals totals, CancellationToken cancellationToken) => TrySubmitAsync(
        Change(userId, totals, totals.Without(file)),
        new TableTransactionAction(TableTransactionActionType.Delete, FileRows.ToRow(userId, file), ETag.All),
        cancellationToken);

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userId}");
        var rows = _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken);
        await foreach (var page in rows.AsPages(pageSizeHint: 100))
        {
            if (page.Values.Count > 0)
                await _table.SubmitTransactionAsync(page.Values.Select(Delete), cancellationToken);
        }

        static TableTransactionAction Delete(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);
    }

    /// <summary>From what was read, and from nothing else.</summary>
    private static TableTransactionAction Change(string userId, FileTotals read, FileTotals next) => read.Tag is { } tag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, FileRows.ToRow(userId, next), tag)
        : new TableTransactionAction(TableTransactionActionType.Add, FileRows.ToRow(userId, next));

    private async Task<bool> TrySubmitAsync(TableTransactionAction totals, TableTransactionAction file, CancellationToken cancellationToken)
    {
        try
        {
            await _table.SubmitTransactionAsync([totals, file], cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }
}
