using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Rows;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Local.Tests.Tables;

public sealed class RowTests
{
    [Fact]
    public void Columns_of_every_type_come_back_as_they_went() => Prop.ForAll(Values.Columns.ToArbitrary(), columns =>
    {
        var sent = new TableEntity(columns) { PartitionKey = "p", RowKey = "r" };

        var read = RowReader.ReadRow<TableEntity>(Served.Row(Written(sent)));

        Assert.All(columns, x => Assert.Equal(Values.AsRead(x.Value), read[x.Key]));
        Assert.Equal(columns.Count + 4, read.Count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_of_a_page_may_have_different_columns() => Prop.ForAll(Values.Columns.ArrayOf().ToArbitrary(), page =>
    {
        var sent = page.Select((x, i) => new TableEntity(x) { PartitionKey = "p", RowKey = $"{i}" });

        var read = RowReader.ReadPage<TableEntity>(Served.Page(sent.Select(Written)));

        Assert.Equal(page.Length, read.Count);
        Assert.All(page.Zip(read), row => Assert.All(row.First, x => Assert.Equal(Values.AsRead(x.Value), row.Second[x.Key])));
        Assert.All(read, row => Assert.Equal(new ETag("W/\"1\""), row.ETag));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_is_written_as_the_protocol_asks()
    {
        var row = new TableEntity("p", "r")
        {
            ETag = new ETag("W/\"1\""),
            Timestamp = DateTimeOffset.UnixEpoch,
            ["Text"] = "é<",
            ["Long"] = -5L,
            ["Double"] = 2.0,
            ["NaN"] = double.NaN,
            ["Time"] = new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
            ["Guid"] = Guid.Empty,
            ["Bytes"] = new byte[] { 251, 255 },
            ["Flag"] = true,
            ["Int"] = 7,
            ["Nothing"] = null,
        };

        const string Sent = """
            {
            "PartitionKey":"p",
            "RowKey":"r",
            "Text":"\u00E9\u003C",
            "Long":"-5","Long@odata.type":"Edm.Int64",
            "Double":2,"Double@odata.type":"Edm.Double",
            "NaN":"NaN","NaN@odata.type":"Edm.Double",
            "Time":"2026-01-01T00:00:00.0000000Z","Time@odata.type":"Edm.DateTime",
            "Guid":"00000000-0000-0000-0000-000000000000","Guid@odata.type":"Edm.Guid",
            "Bytes":"+/8=","Bytes@odata.type":"Edm.Binary",
            "Flag":true,
            "Int":7,
            "Nothing":null
            }
            """;

        Assert.Equal(Sent.ReplaceLineEndings(""), Encoding.UTF8.GetString(Written(row).Span));
    }

    [Fact]
    public void Numbers_without_an_annotation_are_the_narrowest_that_fits()
    {
        var row = RowReader.ReadRow<TableEntity>("""{"Int":1,"Long":5000000000,"Double":1.0,"Exponent":1E3}"""u8.ToArray());

        Assert.Equal(1, row["Int"]);
        Assert.Equal(5_000_000_000L, row["Long"]);
        Assert.Equal(1.0, row["Double"]);
        Assert.Equal(1000.0, row["Exponent"]);
    }

    [Fact]
    public void Infinities_are_read_but_refused_in_writing_as_the_real_client_does()
    {
        var row = RowReader.ReadRow<TableEntity>("""{"x@odata.type":"Edm.Double","x":"-Infinity"}"""u8.ToArray());

        Assert.Equal(double.NegativeInfinity, row["x"]);
        Assert.Throws<ArgumentException>(() => Written(row));
    }

    public static TheoryData<object> Refused =>
        [DayOfWeek.Monday, (short)1, 'c', new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local), new object()];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_that_no_column_can_hold_is_refused(object value) =>
        Assert.Throws<NotSupportedException>(() => Written(new TableEntity("p", "r") { ["x"] = value }));

    [Fact]
    public void A_column_name_of_any_length_is_annotated()
    {
        var name = new string('n', 300);

        var read = RowReader.ReadRow<TableEntity>(Served.Row(Written(new TableEntity("p", "r") { [name] = 5L })));

        Assert.Equal(5L, read[name]);
    }

    internal static ReadOnlyMemory<byte> Written(ITableEntity row)
    {
        using var body = new BufferedContent();
        RowWriter.Write(body, row);
        return body.Written.ToArray();
    }
}
