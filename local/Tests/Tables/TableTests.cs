using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

[Collection(OnAzurite.Name)]
public sealed class TableTests(AzuriteTables azurite)
{
    private readonly TableServiceClient _service = new(azurite.Endpoint, AzuriteTables.Credential);

    [Fact]
    public async Task A_table_is_created_once()
    {
        var table = _service.GetTableClient(NewName());

        var created = await table.CreateAsync();
        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());

        Assert.Equal(table.Name, created.Value.Name);
        Assert.Equal((409, "TableAlreadyExists"), (conflict.Status, conflict.ErrorCode));
    }

    [Fact]
    public async Task Creating_if_needed_tells_by_the_status_whether_it_was()
    {
        var name = NewName();

        var first = await _service.CreateTableIfNotExistsAsync(name);
        var second = await _service.GetTableClient(name).CreateIfNotExistsAsync();

        Assert.Equal((204, name), (first.GetRawResponse().Status, first.Value.Name));
        Assert.Equal((409, name), (second.GetRawResponse().Status, second.Value.Name));
    }

    [Fact]
    public async Task Deleting_a_missing_table_is_no_error()
    {
        var name = NewName();
        await _service.CreateTableAsync(name);

        Assert.Equal(204, (await _service.DeleteTableAsync(name)).Status);
        Assert.Equal(404, (await _service.GetTableClient(name).DeleteAsync()).Status);
    }

    [Fact]
    public async Task Tables_are_listed_by_a_filter()
    {
        var name = NewName();
        await _service.CreateTableAsync(name + "a");
        await _service.CreateTableAsync(name + "b");

        var byText = await _service.QueryAsync($"TableName ge '{name}' and TableName lt '{name}z'").ToListAsync();
        FormattableString exact = $"TableName eq {name + "a"}";
        var byHoles = await _service.QueryAsync(exact).ToListAsync();

        Assert.Equal([name + "a", name + "b"], byText.Select(x => x.Name));
        Assert.Equal(name + "a", Assert.Single(byHoles).Name);
    }

    [Fact]
    public async Task Tables_come_in_pages()
    {
        var name = NewName();
        foreach (var suffix in "abc")
            await _service.CreateTableAsync(name + suffix);

        var pages = await _service.QueryAsync($"TableName ge '{name}' and TableName lt '{name}z'", maxPerPage: 2).AsPages().ToListAsync();

        Assert.Equal([2, 1], pages.Select(x => x.Values.Count));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            _service.GetTableClient(NewName()).AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }

    private static string NewName() => $"t{Guid.NewGuid():N}";
}
