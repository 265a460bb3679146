using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Briefings;

/// <summary>Takes briefings out that are no longer shown.</summary>
internal sealed class BriefingExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "briefings";

    private static readonly string[] Columns = ["RowKey", BriefingRows.ExpiresAt];

    private readonly TableClient _table = tables.Briefings;

    public string Kind => Name;

    /// <summary>Reads all of somebody's, six kinds of <see cref="BriefingOptions.RetentionDays"/>: newer ones sort first. A transaction for each 1,000.</summary>
    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var due = new List<string>();
        DateOnly? next = null;
        var rows = _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {owner}"), select: Columns, cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            var expires = BriefingRows.LastDay(row.GetDateTimeOffset(BriefingRows.ExpiresAt)!.Value);
            if (expires <= day)
                due.Add(row.RowKey);
            else if (next is null || expires < next)
                next = expires;
        }

        await _table.DeleteRowsAsync(owner, due, count => done.Rows += count, cancellationToken);
        return next;
    }
}
