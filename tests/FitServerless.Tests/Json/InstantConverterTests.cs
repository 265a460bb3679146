using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Tests.Json;

public sealed class InstantConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new InstantConverter() } };

    [Theory]
    [InlineData("\"2025-03-01T06:00:00Z\"", "2025-03-01T06:00:00.000Z")]
    [InlineData("\"2025-03-01T06:00:00.123Z\"", "2025-03-01T06:00:00.123Z")]
    [InlineData("\"2025-03-01T06:00:00.1239999Z\"", "2025-03-01T06:00:00.123Z")]
    [InlineData("\"2025-03-01T06:00:00.123456789Z\"", "2025-03-01T06:00:00.123Z")]
    [InlineData("\"2025-03-01T06:00Z\"", "2025-03-01T06:00:00.000Z")]
    [InlineData("\"2025-03-01T06:00:00\"", "2025-03-01T06:00:00.000Z")]
    [InlineData("\"2025-03-01\"", "2025-03-01T00:00:00.000Z")]
    [InlineData("\"2025-03-01T08:00:00+02:00\"", "2025-03-01T06:00:00.000Z")]
    [InlineData("\"2025-02-28T20:30:00-09:30\"", "2025-03-01T06:00:00.000Z")]
    [InlineData("\"2025-03-30T01:30:00+00:00\"", "2025-03-30T01:30:00.000Z")]
    [InlineData("\"2025-10-26T00:30:00+00:00\"", "2025-10-26T00:30:00.000Z")]
    [InlineData("\"2025-10-26T01:30:00+00:00\"", "2025-10-26T01:30:00.000Z")]
    [InlineData("\"\\u0032025-03-01T06:00:00Z\"", "2025-03-01T06:00:00.000Z")]
    [InlineData("1740808800123", "2025-03-01T06:00:00.123Z")]
    [InlineData("0", "1970-01-01T00:00:00.000Z")]
    [InlineData("4102444799999", "2099-12-31T23:59:59.999Z")]
    [InlineData("\"1970-01-01T01:00:00+01:00\"", "1970-01-01T00:00:00.000Z")]
    public void Reads_a_time_to_the_millisecond_and_writes_it_in_UTC(string json, string written)
    {
        var time = JsonSerializer.Deserialize<DateTimeOffset>(json, Options);

        Assert.Equal(TimeSpan.Zero, time.Offset);
        Assert.Equal($"\"{written}\"", JsonSerializer.Serialize(time, Options));
        Assert.Equal(time, JsonSerializer.Deserialize<DateTimeOffset>($"\"{written}\"", Options));
    }

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("\"9999-12-31T23:59:59Z\"")]
    [InlineData("\"9999-12-31T23:59:59-14:00\"")]
    [InlineData("\"1969-12-31T23:59:59.999Z\"")]
    [InlineData("\"2100-01-01T00:00:00Z\"")]
    [InlineData("-1")]
    [InlineData("4102444800000")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("1e300")]
    [InlineData("1740808800.5")]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"1740808800123\"")]
    [InlineData("\"2025-02-29T00:00:00Z\"")]
    [InlineData("\"2025-03-01T24:00:00Z\"")]
    [InlineData("\"2025-03-01 06:00:00Z\"")]
    [InlineData("\"03/01/2025\"")]
    [InlineData("\"2025-03-01T06:00:00Z \"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"2025-03-01T06:00:00\\udc00\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Refuses_what_is_no_time_of_a_workout(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>(json, Options));
}
