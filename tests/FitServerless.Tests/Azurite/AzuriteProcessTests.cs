using System.Net.Sockets;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using FitServerless.Azurite;

namespace FitServerless.Tests.Azurite;

public sealed class AzuriteProcessTests
{
    private static readonly string[] Filters =
    [
        "PartitionKey eq 'a'", "PartitionKey eq 'a' and (RowKey eq '1' or Text eq 'replaced')", "PartitionKey eq 'b' and RowKey ge '2'",
        "PartitionKey eq 'c'", "PartitionKey eq 'it''s' and RowKey gt '3'", "PartitionKey ge 'b'",
    ];

    [Fact]
    public async Task Two_run_side_by_side_on_ports_of_their_own()
    {
        await using var first = await AzuriteProcess.StartAsync();
        await using var second = await AzuriteProcess.StartAsync();

        var ports = Ports(first).Concat(Ports(second)).ToList();

        Assert.Equal(6, ports.Distinct().Count());
        Assert.All(ports, port => new TcpClient("127.0.0.1", port).Dispose());
    }

    [Fact]
    public async Task A_taken_port_is_told()
    {
        await using var first = await AzuriteProcess.StartAsync();
        var taken = new AzuriteOptions { TablePort = Ports(first).Last() };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => AzuriteProcess.StartAsync(taken));

        Assert.Contains("EADDRINUSE", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_indexes_it_finds_the_same_rows_and_ranges()
    {
        await using var plain = await AzuriteProcess.StartAsync();
        await using var indexed = await AzuriteProcess.StartAsync(new AzuriteOptions { ManyRows = true });

        Assert.Equal(await AnswersAsync(plain), await AnswersAsync(indexed));
    }

    /// <summary>Of partitions that have the same row keys, one of them by a name that is escaped, in pages of two rows.</summary>
    private static async Task<string> AnswersAsync(AzuriteProcess azurite)
    {
        var table = new TableClient(azurite.ConnectionString, "rows");
        await table.CreateAsync();
        foreach (var partition in new[] { "a", "b", "it's" })
        {
            await table.SubmitTransactionAsync(Enumerable.Range(1, 5).Select(
                row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(partition, $"{row}"))));
        }

        await table.UpsertEntityAsync(new TableEntity("a", "3") { ["Text"] = "replaced" });
        await table.DeleteEntityAsync("b", "1");
        var found = new List<string> { $"{(await table.GetEntityIfExistsAsync<TableEntity>("b", "1")).HasValue}" };
        foreach (var filter in Filters)
        {
            await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: 2).AsPages())
                found.Add($"{filter}: {string.Join(", ", page.Values.Select(row => $"{row.PartitionKey}{row.RowKey}{row.GetString("Text")}"))}");
        }

        return string.Join('\n', found);
    }

    private static IEnumerable<int> Ports(AzuriteProcess azurite) =>
        Regex.Matches(azurite.ConnectionString, @"http://127\.0\.0\.1:(\d+)/").Select(match => int.Parse(match.Groups[1].Value, null));
}
