using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Accounts.Lockout;

/// <summary>Takes out failures that are forgotten.</summary>
internal sealed class TryExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "signInTries";

    private static readonly string[] Columns = ["RowKey", nameof(FailedTries.ExpiresAt)];

    private readonly TableClient _table = tables.SignInTries;

    public string Kind => Name;

    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var rows = await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {owner}"), select: Columns, cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        var due = rows.ToLookup(row => DayOf(row) <= day);
        await _table.DeleteRowsAsync(owner, due[true].Select(row => row.RowKey), count => done.Rows += count, cancellationToken);
        return due[false].Select(row => (DateOnly?)DayOf(row)).Min();
    }

    private static DateOnly DayOf(TableEntity row) =>
        DateOnly.FromDateTime(row.GetDateTimeOffset(nameof(FailedTries.ExpiresAt))!.Value.UtcDateTime);
}
