using System.Text.Json;
using FitServerless.Workouts;

namespace FitServerless.Tests.Workouts;

public sealed class ParsedEditTests
{
    [Theory]
    [InlineData("""{"title":1}""", "$.title")]
    [InlineData("""{"measurements":[{"timestamp":"soon"}]}""", "$.measurements")]
    [InlineData("""{"title":"a","title":"b"}""", "$.title")]
    [InlineData("""{"notes":"\ud800"}""", "$.notes")]
    [InlineData("""{"summary":{"a":"\ud800"}}""", "$.summary")]
    [InlineData("null", "$")]
    [InlineData("1", "$")]
    [InlineData("\"create\"", "$")]
    [InlineData("[{}]", "$")]
    public void An_edit_that_cannot_be_read_does_not_block_its_neighbours(string bad, string error)
    {
        var edits = Read($$"""[{"title":"first"},{{bad}},{"title":"last"}]""");

        Assert.Equal(["first", null, "last"], edits.Select(edit => edit.Edit?.Title));
        Assert.Equal([null, error, null], edits.Select(edit => edit.Error));
    }

    [Theory]
    [InlineData("""[{"title":"first"},{"title":]""")]
    [InlineData("""[{"title":"first"},{"title":"last\""")]
    [InlineData("""[{"title":"first"}""")]
    public void A_body_that_is_no_JSON_has_no_edits(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void A_body_that_is_nested_too_deep_has_no_edits() =>
        Assert.Throws<JsonException>(() => Read($"[{{\"summary\":{new string('[', 10_000)}"));

    private static IReadOnlyList<ParsedEdit> Read(string edits) =>
        JsonSerializer.Deserialize($"{{\"changes\":{edits}}}", WorkoutJson.Default.WorkoutSyncRequest)!.Changes!;
}
