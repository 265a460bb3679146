using System.Text;
using Azure.Data.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Local.Tests.Tables;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities#constructing-filter-strings</summary>
public sealed class FilterTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 31, 23, 59, 59, 123, TimeSpan.FromHours(2));

    public static TheoryData<object?, string> Literals => new()
    {
        { null, "null" },
        { true, "true" },
        { false, "false" },
        { 42, "42" },
        { -1, "-1" },
        { 5_000_000_000L, "5000000000L" },
        { 5UL, "5L" },
        { 1.5, "1.5" },
        { 1.5m, "1.5" },
        { Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"), "guid'c9da6455-213d-42c9-9a79-3e9149a57833'" },
        { Time, "datetime'2026-01-31T21:59:59.123Z'" },
        { Time.UtcDateTime, "datetime'2026-01-31T21:59:59.123Z'" },
        { new byte[] { 0, 10, 255 }, "X'000AFF'" },
        { BinaryData.FromBytes(new byte[] { 1, 2 }), "X'0102'" },
        { "it's", "'it''s'" },
        { '\'', "''''" },
        { new StringBuilder("a'b"), "'a''b'" },
        { "{0}", "'{0}'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void Every_type_has_its_literal(object? value, string literal) =>
        Assert.Equal($"Column eq {literal}", TableClient.CreateQueryFilter($"Column eq {value}"));

    [Fact]
    public void A_value_without_a_literal_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"Column eq {new Uri("http://a")}"));

    [Fact]
    public void No_text_can_leave_its_quotes() => Prop.ForAll<string?>(text =>
    {
        var filter = TableServiceClient.CreateQueryFilter($"A eq {text ?? ""} and B eq 1");
        return filter.StartsWith("A eq '", StringComparison.Ordinal)
            && EndOfLiteral(filter, "A eq '".Length, out var read) is var end
            && filter[end..] == " and B eq 1"
            && read == (text ?? "");
    }).QuickCheckThrowOnFailure();

    /// <summary>Reads as the service does: a doubled quote is a quote, a single one ends the literal.</summary>
    private static int EndOfLiteral(string filter, int start, out string text)
    {
        var read = new StringBuilder();
        for (var i = start; ; i++)
        {
            if (filter[i] == '\'' && (i + 1 == filter.Length || filter[++i] != '\''))
            {
                text = read.ToString();
                return i;
            }

            read.Append(filter[i]);
        }
    }
}
