using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace FitServerless.Storage.Shards;

/// <summary>Several accounts as one: a table of it is that table of each of them.</summary>
/// <remarks>What is not overridden here throws, because the base has no account to send it to.</remarks>
internal sealed class ShardedTableService(IReadOnlyList<TableServiceClient> accounts, ShardMap map) : TableServiceClient
{
    public override TableClient GetTableClient(string tableName) =>
        new ShardedTable([.. accounts.Select(account => account.GetTableClient(tableName))], map);

    /// <summary>
    /// One account's after the other's, so a name may come several times: after a delete that was killed, in the last of them only.
    /// </summary>
    public override AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new ShardedPages<TableItem>([.. accounts.Select(account => account.QueryAsync(filter, maxPerPage, cancellationToken))]);

    public override async Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        (await Task.WhenAll(accounts.Select(account => account.DeleteTableAsync(tableName, cancellationToken))))[0];
}
