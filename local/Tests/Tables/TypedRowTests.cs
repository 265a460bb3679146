using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Rows;

namespace FitServerless.Local.Tests.Tables;

public sealed class TypedRowTests
{
    private static readonly TypedRow Full = new()
    {
        Text = "t",
        Flag = true,
        Int = 1,
        MaybeInt = 2,
        Long = 3,
        MaybeLong = 4,
        Double = 2,
        Guid = Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"),
        Time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        MaybeTime = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc),
        Bytes = [1, 2],
        Span = TimeSpan.FromMinutes(90),
        Day = DayOfWeek.Friday,
        MaybeDay = DayOfWeek.Sunday,
        Named = "n",
        Ignored = "i",
    };

    [Fact]
    public void Members_of_every_type_come_back_as_they_went()
    {
        var read = RowReader.ReadRow<TypedRow>(Served.Row(RowTests.Written(Full)));

        Assert.Equal(Full.Bytes, read.Bytes);
        Assert.Equal(new ETag("W/\"1\""), read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal(Full with { Bytes = null, Ignored = null }, read with { Bytes = null, ETag = default, Timestamp = null });
    }

    [Fact]
    public void A_row_of_nulls_comes_back_as_nulls()
    {
        var read = RowReader.ReadRow<TypedRow>(Served.Row(RowTests.Written(new TypedRow())));

        Assert.Equal(new TypedRow(), read with { ETag = default, Timestamp = null });
    }

    [Fact]
    public void Members_are_columns_unless_ignored_and_may_be_renamed()
    {
        var row = RowReader.ReadRow<TableEntity>(Served.Row(RowTests.Written(Full)));

        Assert.Equal("n", row["renamed"]);
        Assert.Equal("Friday", row["Day"]);
        Assert.Equal("PT1H30M", row["Span"]);
        Assert.Equal(2, row["Computed"]);
        Assert.DoesNotContain("Named", row.Keys);
        Assert.DoesNotContain("Ignored", row.Keys);
        Assert.DoesNotContain("ETag", row.Keys);
    }

    [Fact]
    public void The_service_keeps_etag_and_timestamp_so_they_are_not_sent()
    {
        var sent = Encoding.UTF8.GetString(RowTests.Written(Full with { ETag = ETag.All, Timestamp = DateTimeOffset.UnixEpoch }).Span);

        Assert.DoesNotContain("ETag", sent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Timestamp", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_the_class_lacks_are_passed_over_and_members_that_the_row_lacks_are_kept()
    {
        var read = RowReader.ReadRow<TypedRow>("""{"Other@odata.type":"Edm.Int64","Other":"1","Nested":{"a":[1]},"Int":5}"""u8.ToArray());

        Assert.Equal(new TypedRow { Int = 5 }, read);
    }

    [Fact]
    public void A_name_that_the_enum_does_not_know_leaves_the_member_alone()
    {
        var read = RowReader.ReadRow<TypedRow>("""{"Day":"Caturday","MaybeDay":null}"""u8.ToArray());

        Assert.Equal(default, read.Day);
        Assert.Null(read.MaybeDay);
    }

    [Fact]
    public void Explicitly_implemented_keys_are_columns()
    {
        var row = RowReader.ReadRow<TableEntity>(Served.Row(RowTests.Written(new ExplicitRow { Id = "7" })));

        Assert.Equal(("p", "7"), (row.PartitionKey, row.RowKey));
        Assert.Equal("7", RowReader.ReadRow<ExplicitRow>("""{"RowKey":"7"}"""u8.ToArray()).Id);
    }

    [Fact]
    public void A_column_of_another_type_than_the_member_is_refused() =>
        Assert.ThrowsAny<InvalidOperationException>(() => RowReader.ReadRow<TypedRow>("""{"Int":"text"}"""u8.ToArray()));
}
