using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Storage.Shards;

/// <summary>A table over three accounts does what a table does, and keeps each partition in the account that is said to have it.</summary>
public sealed class ShardedTableTests(ShardedStorageFixture storage) : IClassFixture<ShardedStorageFixture>
{
    private readonly TableClient _table = storage.Connect().GetRequiredService<AppTables>().UserData;

    /// <summary>Enough partitions that each account has some.</summary>
    private readonly string[] _partitions = [.. Enumerable.Range(0, 12).Select(_ => Guid.NewGuid().ToString())];

    [Fact]
    public async Task A_row_is_written_read_changed_and_deleted_in_its_account()
    {
        foreach (var partition in _partitions)
        {
            await _table.AddEntityAsync(Row(partition, "a", 1));
            await _table.UpsertEntityAsync(Row(partition, "a", 2), TableUpdateMode.Replace);
            var row = (await _table.GetEntityIfExistsAsync<TableEntity>(partition, "a")).Value!;
            row["N"] = 3;
            await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
            Assert.Equal(3, (await _table.GetEntityAsync<TableEntity>(partition, "a")).Value.GetInt32("N"));
            Assert.Equal([3], await InEachAccountAsync(partition));
            await _table.DeleteEntityAsync(partition, "a");
            Assert.False((await _table.GetEntityIfExistsAsync<TableEntity>(partition, "a")).HasValue);
        }
    }

    [Fact]
    public async Task A_stale_write_is_refused_as_in_one_account()
    {
        var row = Row(_partitions[0], "a", 1);
        await _table.AddEntityAsync(row);

        var twice = await Assert.ThrowsAsync<RequestFailedException>(() => _table.AddEntityAsync(row));
        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => _table.UpdateEntityAsync(row, new ETag("W/\"datetime'2020-01-01T00%3A00%3A00Z'\"")));

        Assert.Equal((409, 412), (twice.Status, stale.Status));
    }

    [Fact]
    public async Task A_transaction_commits_as_a_whole_in_the_account_of_its_partition()
    {
        foreach (var partition in _partitions)
        {
            await _table.SubmitTransactionAsync([Add(partition, "a"), Add(partition, "b")]);
            await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync([Add(partition, "c"), Add(partition, "a")]));
            Assert.Equal(["a", "b"], await ReadAsync(_table, $"PartitionKey eq {partition}"));
        }
    }

    [Fact]
    public async Task A_query_that_names_no_partition_finds_the_rows_of_all_accounts_page_by_page()
    {
        var mark = Guid.NewGuid().ToString();
        foreach (var partition in _partitions)
            await _table.SubmitTransactionAsync([Add(partition, $"{mark}-1"), Add(partition, $"{mark}-2")]);
        var filter = TableClient.CreateQueryFilter($"RowKey ge {mark} and RowKey lt {mark + "."}");

        var (found, token, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            // A new query for each page, as for a caller that comes back with the token.
            await foreach (var page in _table.QueryAsync<TableEntity>(filter).AsPages(token, 3))
            {
                found.AddRange(page.Values.Select(row => row.PartitionKey));
                (token, pages) = (page.ContinuationToken, pages + 1);
                break;
            }
        }
        while (token is not null);

        Assert.Equal(_partitions.SelectMany(partition => new[] { partition, partition }).Order(), found.Order());
        Assert.InRange(pages, 8, 12);
    }

    [Fact]
    public async Task A_users_files_are_in_the_account_of_the_users_documents()
    {
        var containers = storage.Connect().GetRequiredService<AppContainers>();
        foreach (var user in _partitions)
        {
            await _table.UpsertEntityAsync(Row(user, "head", 1));
            var address = containers.UsersOf(user).Uri.Authority;
            var index = storage.Map.IndexOf(user);
            Assert.Single(await RowsOfAsync(storage.Account(index).UserData, user));
            Assert.Equal(new Uri(storage.Settings.Values.ElementAt(index)!.Split("BlobEndpoint=")[1].Split(';')[0]).Authority, address);
        }
    }

    [Fact]
    public async Task A_table_is_made_listed_and_dropped_in_every_account()
    {
        var service = storage.Connect().GetRequiredService<TableServiceClient>();
        var name = $"T{Guid.NewGuid():N}";
        await service.GetTableClient(name).CreateIfNotExistsAsync();
        var filter = TableServiceClient.CreateQueryFilter($"TableName eq {name}");

        Assert.Equal([name, name, name], await NamesAsync(service, filter));
        await service.DeleteTableAsync(name);
        Assert.Empty(await NamesAsync(service, filter));
    }

    private static async Task<List<string>> NamesAsync(TableServiceClient service, string filter)
    {
        var names = new List<string>();
        await foreach (var table in service.QueryAsync(filter))
            names.Add(table.Name);
        return names;
    }

    private static TableEntity Row(string partition, string key, int number) => new(partition, key) { ["N"] = number };

    private static TableTransactionAction Add(string partition, string key) => new(TableTransactionActionType.Add, Row(partition, key, 1));

    private static async Task<List<string>> ReadAsync(TableClient table, FormattableString filter)
    {
        var rows = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)))
            rows.Add(row.RowKey);
        return rows;
    }

    /// <summary>The numbers of the partition's rows, account by account.</summary>
    private async Task<IEnumerable<int?>> InEachAccountAsync(string partition) =>
        (await Task.WhenAll(Enumerable.Range(0, storage.Map.Count).Select(i => RowsOfAsync(storage.Account(i).UserData, partition)))).SelectMany(rows => rows);

    private static async Task<List<int?>> RowsOfAsync(TableClient table, string partition)
    {
        var rows = new List<int?>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}")))
            rows.Add(row.GetInt32("N"));
        return rows;
    }
}
