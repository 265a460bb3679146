using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using FsCheck.Fluent;

namespace FitServerless.Local.Tests.Tables;

[Collection(OnAzurite.Name)]
public sealed class RowOperationTests(AzuriteTables azurite)
{
    [Fact]
    public async Task A_row_is_added_once()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["x"] = 1 });

        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(204, added.Status);
        Assert.NotNull(added.Headers.ETag);
        Assert.Equal(409, conflict.Status);
        Assert.True(conflict.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task A_missing_row_is_an_error_or_no_value_as_asked()
    {
        var table = await azurite.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        var missing = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
        Assert.False(missing.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
    }

    [Fact]
    public async Task A_row_is_read_with_its_etag_and_timestamp()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["x"] = 5L });

        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.True(found.HasValue);
        Assert.Equal(5L, found.Value!.GetInt64("x"));
        Assert.Equal(added.Headers.ETag, found.Value.ETag);
        Assert.NotNull(found.Value.Timestamp);
        Assert.DoesNotContain("odata.metadata", found.Value.Keys);
    }

    [Fact]
    public async Task Only_selected_columns_are_read()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["x"] = 1, ["y"] = 2 });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r", ["y"])).Value;

        Assert.Equal(2, row["y"]);
        Assert.Null(row["x"]);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task Merging_keeps_the_columns_that_replacing_drops(TableUpdateMode mode, int? kept)
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["old"] = 1 }, mode);

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["new"] = 2 }, mode);

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(kept, row.GetInt32("old"));
        Assert.Equal(2, row.GetInt32("new"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task A_stale_etag_is_refused_with_412(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        var row = new TableEntity("p", "r") { ["x"] = 1 };
        var first = (await table.AddEntityAsync(row)).Headers.ETag!.Value;
        var second = (await table.UpdateEntityAsync(row, first, mode)).Headers.ETag!.Value;

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(row, first, mode));

        Assert.NotEqual(first, second);
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        await table.UpdateEntityAsync(row, ETag.All, mode);
    }

    [Fact]
    public async Task An_update_needs_an_etag_and_a_row()
    {
        var table = await azurite.NewTableAsync();
        var row = new TableEntity("p", "r");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(row, ETag.All));

        Assert.Equal(404, failure.Status);
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(row, default));
    }

    [Fact]
    public async Task Deleting_is_unconditional_unless_an_etag_is_given()
    {
        var table = await azurite.NewTableAsync();
        var row = new TableEntity("p", "r");
        var stale = (await table.AddEntityAsync(row)).Headers.ETag!.Value;
        await table.UpsertEntityAsync(row);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", stale));
        var deleted = await table.DeleteEntityAsync(row);
        var again = await table.DeleteEntityAsync("p", "r");

        Assert.Equal(412, failure.Status);
        Assert.Equal(204, deleted.Status);
        Assert.Equal(404, again.Status);
    }

    [Theory]
    [InlineData("it's", "a|b;c=d&e+f g")]
    [InlineData("ключ", "日本語 🏋")]
    [InlineData("", "%20")]
    [InlineData("..", ".")]
    [InlineData("(a,b)", "''")]
    public async Task Keys_of_any_characters_address_their_row(string partition, string row)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(partition, row) { ["x"] = 1 });
        await table.UpdateEntityAsync(new TableEntity(partition, row) { ["y"] = 2 }, ETag.All);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity(partition, row) { ["z"] = 3 })]);

        var read = (await table.GetEntityAsync<TableEntity>(partition, row)).Value;
        var deleted = await table.DeleteEntityAsync(partition, row);

        Assert.Equal((partition, row, 1, 2, 3), (read.PartitionKey, read.RowKey, read["x"], read["y"], read["z"]));
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task Columns_of_every_type_are_stored()
    {
        var table = await azurite.NewTableAsync();
        var rows = Values.Columns.Sample(50).Select((x, i) => new TableEntity(x) { PartitionKey = "p", RowKey = $"{i:D3}" }).ToList();

        await table.SubmitTransactionAsync(rows.Select(x => new TableTransactionAction(TableTransactionActionType.Add, x)));

        var read = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.All(rows.Zip(read), pair => Assert.All(pair.First.Keys, x => Assert.Equal(Values.AsRead(pair.First[x]), pair.Second[x])));
    }

    [Fact]
    public async Task Rows_of_a_class_are_stored()
    {
        var table = await azurite.NewTableAsync();
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var row = new TypedRow { Text = "t", MaybeLong = 5, Time = time, Day = DayOfWeek.Friday };
        await table.AddEntityAsync(row);

        var read = (await table.GetEntityAsync<TypedRow>("p", "r")).Value;

        Assert.NotEqual(default, read.ETag);
        Assert.Equal(row, read with { ETag = default, Timestamp = null });
    }

    [Fact]
    public async Task A_row_without_keys_is_not_sent()
    {
        var table = await azurite.NewTableAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(new TableEntity()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync<TableEntity>(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityAsync<TableEntity>("p", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync(null!, "r"));
    }

    [Fact]
    public async Task A_cancelled_call_ends()
    {
        var table = await azurite.NewTableAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(new TableEntity("p", "r"), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).ToListAsync());
    }
}
