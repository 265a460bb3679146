using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

public sealed class TableEntityTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Keys_etag_and_timestamp_are_columns_too()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"1\""), Timestamp = Time };

        Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "Timestamp"], entity.Keys);
        Assert.Equal(4, entity.Count);
        Assert.Equal("p", entity["PartitionKey"]);
        Assert.Equal(new ETag("W/\"1\""), entity.ETag);
    }

    [Fact]
    public void What_is_absent_is_null()
    {
        var entity = new TableEntity();

        Assert.Null(entity["x"]);
        Assert.Null(entity.GetString("x"));
        Assert.Null(entity.GetInt32("x"));
        Assert.Null(entity.GetBinaryData("x"));
        Assert.Null(entity.Timestamp);
        Assert.Equal(default, entity.ETag);
        Assert.False(entity.TryGetValue("x", out _));
    }

    [Fact]
    public void A_column_of_another_type_is_refused()
    {
        var entity = new TableEntity { ["number"] = 1, ["text"] = "x" };

        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("number"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("number"));
        Assert.Throws<InvalidOperationException>(() => entity.GetBoolean("text"));
    }

    [Fact]
    public void Times_and_bytes_are_read_in_both_their_forms()
    {
        var entity = new TableEntity { ["offset"] = Time, ["utc"] = Time.UtcDateTime, ["bytes"] = new byte[] { 1, 2 } };

        Assert.Equal(Time.UtcDateTime, entity.GetDateTime("offset"));
        Assert.Equal(Time, entity.GetDateTimeOffset("utc"));
        Assert.Equal([1, 2], entity.GetBinaryData("bytes")!.ToArray());
        Assert.Equal([1, 2], entity.GetBinary("bytes")!);
    }

    [Fact]
    public void A_column_keeps_its_width()
    {
        var entity = new TableEntity { ["long"] = 1L, ["double"] = 1.0, ["text"] = "x" };

        entity["long"] = 2;
        entity["double"] = 2;
        entity["text"] = 2;

        Assert.Equal(2L, entity["long"]);
        Assert.Equal(2.0, entity["double"]);
        Assert.Equal(2, entity["text"]);
    }

    [Fact]
    public void A_copy_of_a_dictionary_is_independent_of_it()
    {
        var values = new Dictionary<string, object?> { ["PartitionKey"] = "p", ["RowKey"] = "r" };
        var entity = new TableEntity(values);

        values["RowKey"] = "other";

        Assert.Equal("r", entity.RowKey);
    }

    [Fact]
    public void Adding_sets_as_the_indexer_does()
    {
        var entity = new TableEntity { { "x", 1 } };

        entity.Add("x", 2);

        Assert.Equal(2, entity["x"]);
        Assert.True(entity.Remove("x"));
        Assert.False(entity.ContainsKey("x"));
        Assert.Throws<ArgumentException>(() => entity[""] = 1);
    }
}
