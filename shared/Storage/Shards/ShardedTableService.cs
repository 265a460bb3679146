using Azure.Data.Tables;

namespace FitServerless.Storage.Shards;

/// <summary>Several accounts as one: a table of it is that table of each of them.</summary>
internal sealed class ShardedTableService(IReadOnlyList<TableServiceClient> accounts, ShardMap map) : TableServiceClient
{
    public override TableClient GetTableClient(string tableName) =>
        new ShardedTable([.. accounts.Select(account => account.GetTableClient(tableName))], map);
}
