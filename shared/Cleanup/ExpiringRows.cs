using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Cleanup;

/// <summary>Rows of which each says in a column when it expires.</summary>
/// <param name="Column">Holds a time.</param>
internal sealed record ExpiringRows(TableClient Table, string Column)
{
    /// <summary>By whose end a row is due: the day of its time, unless it is told otherwise. A row may have none.</summary>
    public Func<DateTimeOffset?, DateOnly> DueOn { get; init; } = expiresAt => DateOnly.FromDateTime(expiresAt!.Value.UtcDateTime);

    /// <summary>As <see cref="IExpiring.PurgeAsync"/>, of all of an owner's. One transaction for each 1,000, and one for each 100 that go.</summary>
    public Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
        PurgeAsync(owner, TableClient.CreateQueryFilter($"PartitionKey eq {owner}"), day, done, cancellationToken);

    /// <summary>The same, of those that a filter finds.</summary>
    public async Task<DateOnly?> PurgeAsync(
        string owner, string filter, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var due = new List<string>();
        DateOnly? next = null;
        await foreach (var row in Table.QueryAsync<TableEntity>(filter, select: ["RowKey", Column], cancellationToken: cancellationToken))
        {
            var expires = DueOn(row.GetDateTimeOffset(Column));
            if (expires <= day)
                due.Add(row.RowKey);
            else if (next is null || expires < next)
                next = expires;
        }

        await Table.DeleteRowsAsync(owner, due, count => done.Rows += count, cancellationToken);
        return next;
    }
}
