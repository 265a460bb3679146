using System.Text.Json;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

/// <summary>Only <see cref="JsonException"/> becomes the client's error; anything else would be ours.</summary>
public sealed class BadMeasurementsTests
{
    private const string Time = "\"2025-01-01T06:00:00Z\"";

    public static TheoryData<string> Refused =>
    [
        "5", "\"none\"", "true", "[1]", "[[]]", "[null]", "[{}]", "[{\"power\":1}]",
        Row("\"power\":\"200\""), Row("\"power\":NaN"), Row("\"power\":\"NaN\""), Row("\"power\":Infinity"), Row("\"power\":true"),
        Row("\"power\":{}"), Row("\"power\":[1]"), Row("\"power\":1e400"), Row("\"power\":-1e400"), Row("\"power\":01"),
        Row("\"power\":1,\"power\":2"), Row($"\"timestamp\":{Time}"), "[{\"timestamp\":null}]", "[{\"timestamp\":\"\"}]",
        "[{\"timestamp\":\"yesterday\"}]", "[{\"timestamp\":\"\\ud800\"}]", "[{\"timestamp\":1.5}]", "[{\"timestamp\":-1}]",
        "[{\"timestamp\":\"0001-01-01T00:00:00Z\"}]", "[{\"timestamp\":\"9999-12-31T23:59:59Z\"}]", "[{\"timestamp\":1e300}]",
        "[{\"timestamp\":9223372036854775807}]", "[{\"\\ud800\":1,\"timestamp\":0}]",
        "{\"power\":[1]}", $"{{\"timestamp\":[{Time}],\"power\":[1,2]}}", $"{{\"timestamp\":[{Time}],\"power\":[]}}",
        $"{{\"timestamp\":[{Time}],\"power\":1}}", $"{{\"timestamp\":{Time}}}", $"{{\"timestamp\":[{Time}],\"power\":[[1]]}}",
        $"{{\"timestamp\":[{Time}],\"power\":[\"1\"]}}", $"{{\"timestamp\":[{Time}],\"power\":null}}",
        $"{{\"timestamp\":[{Time}],\"power\":[1],\"power\":[2]}}", $"{{\"timestamp\":[{Time}],\"timestamp\":[{Time}]}}",
        "[{\"timestamp\":0", "[{\"timestamp\":", "[", "{\"timestamp\":[", "[{\"timestamp\":0}}",
        Row("\"x\":" + new string('[', 10_000)), "{\"x\":" + new string('[', 10_000), new string('[', 10_000),
        Row("\"x\":" + new string('[', 40) + new string(']', 40)),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Anything_else_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void More_than_100_000_rows_are_refused(int rows, bool taken)
    {
        string[] shapes =
        [
            $"[{string.Join(',', Enumerable.Range(0, rows).Select(i => $"{{\"timestamp\":{i}}}"))}]",
            $"{{\"timestamp\":[{string.Join(',', Enumerable.Range(0, rows))}]}}",
            $"[{string.Join(',', Enumerable.Repeat("{\"timestamp\":0}", rows))}]",
        ];

        Assert.All(shapes, json => Assert.Equal(taken, Record.Exception(() => Read(json)) is null));
        Assert.All(shapes.Where(_ => !taken), json => Assert.Throws<JsonException>(() => Read(json)));
    }

    private static string Row(string member) => $"[{{\"timestamp\":{Time},{member}}}]";

    private static MeasurementSeries Read(string json) =>
        JsonSerializer.Deserialize($"{{\"measurements\":{json}}}", WorkoutJson.Default.WorkoutEdit)!.Measurements!;
}
