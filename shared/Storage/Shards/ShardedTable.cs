using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace FitServerless.Storage.Shards;

/// <summary>
/// One table, spread over accounts by partition key. Whatever names its partition costs what it costs in one account; a query that does not
/// asks one account after the other, each in key order, so that rows of different partitions have no order among them.
/// </summary>
/// <remarks>What is not overridden here throws, because the base has no account to send it to.</remarks>
internal sealed class ShardedTable(IReadOnlyList<TableClient> shards, ShardMap map) : TableClient
{
    public override string Name => shards[0].Name;

    public override async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        (await Task.WhenAll(shards.Select(shard => shard.CreateIfNotExistsAsync(cancellationToken))))[0];

    public override async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        (await Task.WhenAll(shards.Select(shard => shard.DeleteAsync(cancellationToken))))[0];

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) =>
        Of(entity.PartitionKey).AddEntityAsync(entity, cancellationToken);

    public override Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        Of(entity.PartitionKey).UpsertEntityAsync(entity, mode, cancellationToken);

    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        Of(entity.PartitionKey).UpdateEntityAsync(entity, ifMatch, mode, cancellationToken);

    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        Of(partitionKey).DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken);

    public override Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        Of(entity.PartitionKey).DeleteEntityAsync(entity, ifMatch, cancellationToken);

    public override Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        Of(partitionKey).GetEntityAsync<T>(partitionKey, rowKey, select, cancellationToken);

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        Of(partitionKey).GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken);

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        PartitionFilter.Find(filter) is { } partition
            ? Of(partition).QueryAsync<T>(filter, maxPerPage, select, cancellationToken)
            : new ShardedPages<T>([.. shards.Select(shard => shard.QueryAsync<T>(filter, maxPerPage, select, cancellationToken))]);

    /// <summary>All actions have one partition key, or the service refuses them.</summary>
    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = transactionActions.ToList();
        var shard = actions.Count > 0 ? Of(actions[0].Entity.PartitionKey) : shards[0];
        return shard.SubmitTransactionAsync(actions, cancellationToken);
    }

    private TableClient Of(string partition) => shards[map.IndexOf(partition)];
}
