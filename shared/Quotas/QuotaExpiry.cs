using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Quotas;

/// <summary>Takes out the counts of who has not come for a day and more: by then every window is over, and a missing row counts nothing.</summary>
internal sealed class QuotaExpiry(AppTables tables) : IExpiring
{
    /// <summary>The longest window, and a day for clocks and processes that still hold some of it.</summary>
    public const int KeptDays = 2;

    private static readonly string[] Columns = ["PartitionKey", "RowKey", TableQuotaStore.UsedAt];

    private readonly TableClient _table = tables.Quotas;

    public string Kind => CleanupJob.Quotas;

    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var rows = await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {owner}"), select: Columns, cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        var due = rows.ToLookup(row => DueOf(row, day) <= day);
        await _table.DeleteRowsAsync(owner, due[true].Select(row => row.RowKey), count => done.Rows += count, cancellationToken);
        return due[false].Select(row => (DateOnly?)DueOf(row, day)).Min();
    }

    /// <summary>Rows from before the time was kept are due at once.</summary>
    private static DateOnly DueOf(TableEntity row, DateOnly day) => row.GetDateTimeOffset(TableQuotaStore.UsedAt) is { } usedAt
        ? DateOnly.FromDateTime(usedAt.UtcDateTime).AddDays(KeptDays)
        : day;
}
