using System.Text;
using System.Text.Json;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

public sealed class MeasurementConverterTests
{
    private const string Rows = """
        [{"timestamp":"2025-01-01T06:00:00.000Z","power":200,"heartrate":120},{"timestamp":"2025-01-01T06:00:01.500Z","heartrate":121,"latitude":52.5200066}]
        """;

    private const string Columns = """
        {"timestamp":["2025-01-01T06:00:00.000Z","2025-01-01T06:00:01.500Z"],"power":[200,null],"heartrate":[120,121],"latitude":[null,52.5200066]}
        """;

    [Fact]
    public void Rows_and_columns_are_the_same_series_in_two_shapes()
    {
        var series = Read(Rows);

        Assert.Equal(series, Read(Columns));
        Assert.Equal(Rows, Write(MeasurementWriter.WriteRows, series));
        Assert.Equal(Columns, Write(MeasurementWriter.WriteColumns, series));
    }

    [Fact]
    public void What_goes_out_comes_back_in_either_shape() => Law.Holds(SeriesGen.Any, series =>
        Read(Write(MeasurementWriter.WriteRows, series)).Equals(series) && Read(Write(MeasurementWriter.WriteColumns, series)).Equals(series));

    [Theory]
    [InlineData("""[{"timestamp":1735711201500,"power":2},{"timestamp":1735711200000,"power":1},{"timestamp":1735711200000,"heartrate":99}]""")]
    [InlineData("""{"power":[2,1,null],"heartrate":[null,null,99],"timestamp":[1735711201500,1735711200000,1735711200000]}""")]
    public void Order_does_not_matter_and_of_two_at_one_time_the_one_with_power_stays(string json)
    {
        var series = Read(json);

        Assert.Equal([Samples.Start, Samples.Start + 1500], series.Times);
        Assert.Equal([1, 2], series[Channel.Power]);
        Assert.False(series.Has(Channel.Heartrate));
    }

    [Theory]
    [InlineData("1735711200000")]
    [InlineData("\"2025-01-01T06:00:00Z\"")]
    [InlineData("\"2025-01-01T06:00:00.0009Z\"")]
    [InlineData("\"2025-01-01T07:00:00+01:00\"")]
    [InlineData("\"2025-01-01T06:00:00\"")]
    public void A_time_is_ISO_8601_or_epoch_milliseconds(string time) =>
        Assert.Equal([Samples.Start], Read($$"""[{"timestamp":{{time}},"power":1}]""").Times);

    [Fact]
    public void Unknown_members_are_ignored() => Assert.Equal(
        Samples.Row((Channel.Power, 1)), Read("""[{"gear":{"front":[50,34]},"timestamp":1735711200000,"power":1,"x":null}]"""));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"timestamp":[],"power":[]}""")]
    public void Nothing_is_an_empty_series(string json) => Assert.Equal(MeasurementSeries.Empty, Read(json));

    [Fact]
    public void Values_are_kept_to_the_decimals_of_their_channel() => Assert.Equal(
        Samples.Row((Channel.Power, 200.3), (Channel.Longitude, 13.4049541)),
        Read("""[{"timestamp":1735711200000,"power":200.25999,"longitude":13.404954099999}]"""));

    [Theory]
    [InlineData("power", "10000", "10000.1")]
    [InlineData("power", "0", "-0.1")]
    [InlineData("heartrate", "300", "301")]
    [InlineData("cadence", "500", "501")]
    [InlineData("speed", "500", "500.001")]
    [InlineData("distance", "1e7", "1e8")]
    [InlineData("latitude", "-90", "-90.0000001")]
    [InlineData("longitude", "180", "180.0000001")]
    [InlineData("altitude", "-1000", "20001")]
    [InlineData("temperature", "-100", "1e400")]
    public void A_value_out_of_its_channels_range_is_refused(string channel, string within, string without)
    {
        Assert.Equal(1, Read($$"""[{"timestamp":0,"{{channel}}":{{within}}}]""").Count);
        Assert.Throws<JsonException>(() => Read($$"""[{"timestamp":0,"{{channel}}":{{without}}}]"""));
        Assert.Throws<JsonException>(() => Read($$"""{"timestamp":[0],"{{channel}}":[{{without}}]}"""));
    }

    private static MeasurementSeries Read(string json) =>
        JsonSerializer.Deserialize($$"""{"measurements":{{json}}}""", WorkoutJson.Default.WorkoutEdit)!.Measurements!;

    private static string Write(Action<Utf8JsonWriter, MeasurementSeries> write, MeasurementSeries series)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
            write(writer, series);
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
