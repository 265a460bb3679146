using System.Text.Json;
using FitServerless.Json;
using FitServerless.Sync;

namespace FitServerless.Tests.Json;

public sealed class SequenceConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new SequenceConverter() } };

    [Theory]
    [InlineData("\"2025-03-01T06:00:00.1234567Z\"", "\"2025-03-01T06:00:00.1234567Z\"")]
    [InlineData("\"2025-03-01T06:00:00.123Z\"", "\"2025-03-01T06:00:00.1230000Z\"")]
    [InlineData("1740808800123", "\"2025-03-01T06:00:00.1230000Z\"")]
    [InlineData("0", "\"1970-01-01T00:00:00.0000000Z\"")]
    public void Reads_its_own_text_any_time_and_epoch_milliseconds(string json, string written) =>
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Sequence>(json, Options), Options));

    [Theory]
    [InlineData("-1")]
    [InlineData("253402300800000")]
    [InlineData("1e300")]
    [InlineData("\"\"")]
    [InlineData("\"head\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{}")]
    public void Refuses_the_rest(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sequence>(json, Options));
}
