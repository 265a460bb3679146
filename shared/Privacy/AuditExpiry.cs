using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Privacy;

/// <summary>Forgets what is older than <see cref="PrivacyOptions.AuditDays"/>.</summary>
internal sealed class AuditExpiry(AppTables tables, IOptions<PrivacyOptions> options) : IExpiring
{
    private readonly TableClient _table = tables.Audit;

    public string Kind => AuditLog.Kind;

    /// <summary>Newest first, so what is due ends the partition, and the row before it tells when to come again.</summary>
    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        // The first moment that is kept.
        var kept = new DateTimeOffset(day.AddDays(1 - options.Value.AuditDays), TimeOnly.MinValue, TimeSpan.Zero);
        var cut = AuditRows.Place(kept) + "}";
        await _table.DeleteFoundAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {owner} and RowKey gt {cut}"), rows => done.Rows += rows, cancellationToken);
        var oldest = await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {owner} and RowKey le {cut}"),
            select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellationToken)
            .LastOrDefaultAsync(cancellationToken);
        return oldest is null
            ? null
            : DateOnly.FromDateTime(AuditRows.TimeOf(oldest.RowKey).UtcDateTime).AddDays(options.Value.AuditDays);
    }
}
