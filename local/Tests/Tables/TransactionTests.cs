using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace FitServerless.Local.Tests.Tables;

[Collection(OnAzurite.Name)]
public sealed class TransactionTests(AzuriteTables azurite)
{
    [Fact]
    public async Task A_hundred_rows_commit_together_and_each_has_its_etag()
    {
        var table = await azurite.NewTableAsync();

        var answer = await table.SubmitTransactionAsync(Rows(100));

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(100, answer.Value.Count);
        Assert.All(answer.Value, x => Assert.Equal(204, x.Status));
        var read = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(read.Select(x => x.ETag), answer.Value.Select(x => x.Headers.ETag!.Value));
    }

    [Fact]
    public async Task Every_kind_of_action_does_its_work()
    {
        var table = await azurite.NewTableAsync();
        foreach (var key in (string[])["merge", "replace", "delete", "upsert merge", "upsert replace"])
            await table.AddEntityAsync(new TableEntity("p", key) { ["old"] = 1 });

        await table.SubmitTransactionAsync(
        [
            new(Add, New("add")),
            new(UpdateMerge, New("merge"), ETag.All),
            new(UpdateReplace, New("replace"), ETag.All),
            new(Delete, New("delete")),
            new(UpsertMerge, New("upsert merge")),
            new(UpsertReplace, New("upsert replace")),
        ]);

        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(
            [("add", null), ("merge", 1), ("replace", null), ("upsert merge", 1), ("upsert replace", (int?)null)],
            rows.Select(x => (x.RowKey, x.GetInt32("old"))));
        Assert.All(rows, x => Assert.Equal(2, x.GetInt32("new")));

        static TableEntity New(string key) => new("p", key) { ["new"] = 2 };
    }

    [Fact]
    public async Task A_conflict_in_the_middle_is_named_and_rolls_all_back()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "0001"));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Rows(3)));

        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.Equal(1, failure.FailedTransactionActionIndex);
        Assert.Equal("0001", Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync()).RowKey);
    }

    [Theory]
    [InlineData(UpdateMerge)]
    [InlineData(UpdateReplace)]
    [InlineData(Delete)]
    public async Task A_stale_etag_refuses_the_transaction(TableTransactionActionType type)
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r"));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(Add, new TableEntity("p", "other")),
            new(type, new TableEntity("p", "r"), stale),
        ]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "other")).HasValue);
    }

    [Fact]
    public async Task Deleting_a_missing_row_refuses_the_transaction()
    {
        var table = await azurite.NewTableAsync();

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([new(Delete, new TableEntity("p", "r"))]));

        Assert.Equal(404, failure.Status);
    }

    [Fact]
    public async Task More_than_a_hundred_rows_are_refused_by_the_service()
    {
        var table = await azurite.NewTableAsync();

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(Rows(101)));

        Assert.Equal((400, "InvalidInput"), (failure.Status, failure.ErrorCode));
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task More_than_four_mebibytes_are_refused_by_the_service()
    {
        var table = await azurite.NewTableAsync();
        var large = new string('x', 30_000);

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(Rows(75, row =>
        {
            row["a"] = large;
            row["b"] = large;
        })));

        Assert.Equal(413, failure.Status);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task No_rows_are_no_transaction()
    {
        var table = await azurite.NewTableAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.SubmitTransactionAsync(null!));
    }

    [Fact]
    public async Task An_etag_cannot_smuggle_a_row_in()
    {
        var table = await azurite.NewTableAsync();
        var etag = new ETag("*\r\n\r\n{}\r\n--changeset");

        await Assert.ThrowsAsync<FormatException>(() =>
            table.SubmitTransactionAsync([new(Delete, new TableEntity("p", "r"), etag)]));
    }

    private static IEnumerable<TableTransactionAction> Rows(int count, Action<TableEntity>? fill = null)
    {
        for (var i = 0; i < count; i++)
        {
            var row = new TableEntity("p", $"{i:D4}") { ["x"] = i };
            fill?.Invoke(row);
            yield return new(Add, row);
        }
    }
}
