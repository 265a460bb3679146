using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Cleanup;

/// <summary>
/// How far each cleanup got (a row each in the partition <c>done</c>), and what the runs did (the newest first in <c>run</c>). Each call is one
/// transaction.
/// </summary>
public sealed class CleanupRuns(AppTables tables)
{
    private const string RunPartition = "run";
    private const string DonePartition = "done";

    private const string DayFormat = "yyyyMMdd";

    private readonly TableClient _table = tables.Runs;

    /// <summary>What runs did, the newest first.</summary>
    /// <param name="after">Where the page before ended, or <c>null</c>.</param>
    /// <param name="limit">At most 1,000.</param>
    public async Task<CleanupRunPage> ListAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RunPartition} and RowKey gt {after ?? ""}");
        var rows = await _table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken)
            .Take(limit).ToListAsync(cancellationToken);
        return new CleanupRunPage([.. rows.Select(FromRow)], rows.Count == limit ? rows[^1].RowKey : null);
    }

    internal Task AddAsync(CleanupRun run, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(RunPartition, $"{Place(run.StartedAt)}|{Guid.CreateVersion7(run.StartedAt):N}")
        {
            ["Run"] = JsonSerializer.SerializeToUtf8Bytes(run, CleanupJson.Default.CleanupRun),
        },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>The days for which cleanups have returned, by name.</summary>
    internal async Task<IReadOnlyDictionary<string, DateOnly>> ReadDoneAsync(CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {DonePartition}"), cancellationToken: cancellationToken)
            .ToDictionaryAsync(
                row => row.RowKey,
                row => DateOnly.ParseExact(row.GetString("Day")!, DayFormat, CultureInfo.InvariantCulture),
                null,
                cancellationToken);

    internal Task SetDoneAsync(string name, DateOnly day, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(DonePartition, name) { ["Day"] = day.ToString(DayFormat, CultureInfo.InvariantCulture) },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>Finds what is older than a time.</summary>
    internal static string OlderThan(DateTimeOffset time) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {RunPartition} and RowKey gt {Place(time) + "}"}");

    private static CleanupRun FromRow(TableEntity row) => JsonSerializer.Deserialize(row.GetBinary("Run"), CleanupJson.Default.CleanupRun)!;

    private static string Place(DateTimeOffset time) =>
        (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
