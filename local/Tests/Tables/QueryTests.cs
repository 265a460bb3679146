using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

[Collection(OnAzurite.Name)]
public sealed class QueryTests(AzuriteTables azurite)
{
    [Fact]
    public async Task More_than_a_page_of_rows_comes_in_pages()
    {
        var table = await TableWithRowsAsync(1_150);

        var pages = await table.QueryAsync<TableEntity>().AsPages().ToListAsync();

        Assert.Equal([1_000, 150], pages.Select(x => x.Values.Count));
        Assert.NotNull(pages[0].ContinuationToken);
        Assert.Null(pages[1].ContinuationToken);
        Assert.Equal(1_150, pages.SelectMany(x => x.Values).Select(x => x.RowKey).Distinct().Count());
    }

    [Fact]
    public async Task A_query_goes_on_where_its_token_says()
    {
        var table = await TableWithRowsAsync(25);
        var first = await table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages().FirstAsync();

        var rest = await table.QueryAsync<TableEntity>().AsPages(first.ContinuationToken, pageSizeHint: 8).ToListAsync();

        Assert.Matches("^[^ ]+ [^ ]+$", first.ContinuationToken);
        Assert.Equal([8, 7], rest.Select(x => x.Values.Count));
        Assert.Equal("0010", rest[0].Values[0].RowKey);
    }

    [Theory]
    [InlineData(25, 10, 3)]
    [InlineData(20, 10, 2)]
    public async Task A_page_holds_at_most_what_is_asked_for(int rows, int size, int pages)
    {
        var table = await TableWithRowsAsync(rows);

        var read = await table.QueryAsync<TableEntity>(maxPerPage: size).AsPages().Where(x => x.Values.Count > 0).ToListAsync();

        Assert.Equal(pages, read.Count);
        Assert.Equal(rows, read.Sum(x => x.Values.Count));
    }

    [Fact]
    public async Task A_filter_picks_a_range_of_a_partition()
    {
        var table = await TableWithRowsAsync(20);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"it's"} and RowKey ge {"0005"} and RowKey lt {"0008"}");

        var read = await table.QueryAsync<TypedRow>(filter, select: ["RowKey", "Long"]).ToListAsync();

        Assert.Equal([("0005", 5L), ("0006", 6L), ("0007", 7L)], read.Select(x => (x.RowKey, x.Long)));
        Assert.All(read, x => Assert.Null(x.Text));
    }

    public static TheoryData<object> Comparable =>
    [
        "te'xt", true, 5, 5_000_000_000L, 1.5, new Guid("c9da6455-213d-42c9-9a79-3e9149a57833"),
        new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
    ];

    [Theory]
    [MemberData(nameof(Comparable))]
    public async Task A_column_of_every_type_can_be_compared(object value)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "with") { ["x"] = value });
        await table.AddEntityAsync(new TableEntity("p", "without") { ["y"] = value });

        var read = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"x eq {value}")).ToListAsync();

        Assert.Equal("with", Assert.Single(read).RowKey);
    }

    [Fact]
    public async Task An_empty_table_has_one_empty_page()
    {
        var table = await azurite.NewTableAsync();

        var page = Assert.Single(await table.QueryAsync<TableEntity>().AsPages().ToListAsync());

        Assert.Empty(page.Values);
        Assert.Equal(200, page.GetRawResponse().Status);
    }

    private async Task<TableClient> TableWithRowsAsync(int count)
    {
        var table = await azurite.NewTableAsync();
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
            await table.SubmitTransactionAsync(chunk.Select(Add));
        return table;

        static TableTransactionAction Add(int i) =>
            new(TableTransactionActionType.Add, new TableEntity("it's", $"{i:D4}") { ["Long"] = (long)i, ["Text"] = "t" });
    }
}
