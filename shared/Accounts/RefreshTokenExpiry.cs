using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Accounts;

/// <summary>Takes out sign-ins that ended of themselves. One that was used since it was noted has moved on, and is looked at again then.</summary>
internal sealed class RefreshTokenExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "refreshTokens";

    private static readonly string[] Columns = ["PartitionKey", "RowKey", nameof(RefreshFamily.ExpiresAt)];

    private readonly TableClient _table = tables.RefreshTokens;

    public string Kind => Name;

    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var rows = await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {owner}"), select: Columns, cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        // A process whose clock is behind may move one on while it is deleted; its owner then signs in again, which an hour later they had to.
        var due = rows.ToLookup(row => DayOf(row) <= day);
        await _table.DeleteRowsAsync(owner, due[true].Select(row => row.RowKey), count => done.Rows += count, cancellationToken);
        return due[false].Select(row => (DateOnly?)DayOf(row)).Min();
    }

    private static DateOnly DayOf(TableEntity row) =>
        DateOnly.FromDateTime(row.GetDateTimeOffset(nameof(RefreshFamily.ExpiresAt))!.Value.UtcDateTime);
}
