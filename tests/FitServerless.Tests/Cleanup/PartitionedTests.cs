using Azure.Data.Tables;
using FitServerless.Analytics;
using FitServerless.Azurite;
using FitServerless.Cleanup;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Cleanup;

/// <summary>What is due by its name: partitions and tables.</summary>
public sealed class PartitionedTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 1, 9);

    private AzuriteProcess? _azurite;

    private TableServiceClient Service => new(_azurite!.ConnectionString);

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync();

    public Task DisposeAsync() => _azurite!.DisposeAsync().AsTask();

    [Fact]
    public async Task Partitions_of_days_that_are_over_go_and_the_others_stay()
    {
        var table = Service.GetTableClient("Days");
        await table.CreateAsync();
        await FillAsync(table, "20260106", 250);
        await FillAsync(table, "20260107", 3);
        await FillAsync(table, "20260108", 2);
        await FillAsync(table, "20260109", 2);
        var done = new CleanupTally();

        await new DayPartitions("days", table, () => 2).RunAsync(Day, done, default);

        Assert.Equal(253, done.Rows);
        Assert.Equal(["20260108", "20260109"], await table.QueryAsync<TableEntity>().Select(row => row.PartitionKey).Distinct().ToListAsync());
    }

    [Fact]
    public async Task Tables_of_analytics_are_dropped_whole_when_they_are_old_and_no_other_table_is()
    {
        string[] names = ["Analytics20251011", "Analytics20251012", "Analytics20260109", "Analytics", "Analytics2025x", "AnalyticsOld", "testAnalytics20251011"];
        foreach (var name in names)
            await Service.CreateTableAsync(name);
        var done = new CleanupTally();

        await Analytics("").RunAsync(Day, done, default);

        Assert.Equal(1, done.Tables);
        Assert.Equal(names.Except(["Analytics20251011"]).Order(StringComparer.Ordinal), await TablesAsync());
    }

    [Fact]
    public async Task A_deployment_that_shares_the_account_drops_its_own_tables_only()
    {
        foreach (var name in new[] { "Analytics20200101", "testAnalytics20200101" })
            await Service.CreateTableAsync(name);

        await Analytics("test").RunAsync(Day, new CleanupTally(), default);

        Assert.Equal(["Analytics20200101"], await TablesAsync());
    }

    private AnalyticsTables Analytics(string prefix) =>
        new(new EventTables(Service, Options.Create(new StorageOptions { TablePrefix = prefix })), Options.Create(new AnalyticsOptions()));

    private async Task<IReadOnlyList<string>> TablesAsync() =>
        await Service.QueryAsync().Select(table => table.Name).Order(StringComparer.Ordinal).ToListAsync();

    private static async Task FillAsync(TableClient table, string partition, int rows)
    {
        foreach (var some in Enumerable.Range(0, rows).Chunk(100))
        {
            await table.SubmitTransactionAsync(
                some.Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(partition, $"{i:D5}"))));
        }
    }
}
