using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Quotas;

/// <summary>One row a user and policy, used again in each window: there is nothing to reset.</summary>
internal sealed class TableQuotaStore(AppTables tables, ExpiryIndex expiry, TimeProvider clock) : IQuotaStore
{
    /// <summary>When a process last took some.</summary>
    public const string UsedAt = nameof(UsedAt);

    private readonly TableClient _table = tables.Quotas;

    public async Task<QuotaCount> FindAsync(string userId, string policy, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, policy, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : QuotaCount.None;
    }

    public async Task<QuotaCount?> TryWriteAsync(string userId, string policy, QuotaCount count, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity(userId, policy)
        {
            [nameof(QuotaCount.Window)] = count.Window,
            [nameof(QuotaCount.Used)] = count.Used,
            [UsedAt] = now,
        };
        if (count.ETag == default)
            await expiry.NoteAsync(
                CleanupJob.Quotas, userId, DateOnly.FromDateTime(now.UtcDateTime).AddDays(QuotaExpiry.KeptDays), cancellationToken);
        try
        {
            var written = count.ETag == default
                ? await _table.AddEntityAsync(row, cancellationToken)
                : await _table.UpdateEntityAsync(row, count.ETag, TableUpdateMode.Replace, cancellationToken);
            return count with { ETag = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return null;
        }
    }

    private static QuotaCount FromRow(TableEntity row) =>
        new(row.GetInt64(nameof(QuotaCount.Window))!.Value, row.GetInt32(nameof(QuotaCount.Used))!.Value, row.ETag);
}
