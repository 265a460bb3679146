using System.Text.Json;
using FitServerless.Workouts;

namespace FitServerless.Tests.Workouts;

public sealed class WorkoutEditTests
{
    [Fact]
    public void A_missing_member_and_a_null_are_told_apart()
    {
        var edit = Read("""{"title":null,"notes":"Headwind","startedAt":"2025-03-01T06:00:00Z"}""");

        Assert.True(edit.Has(WorkoutMembers.Title | WorkoutMembers.Notes | WorkoutMembers.StartedAt));
        Assert.False(edit.Has(WorkoutMembers.EndedAt));
        Assert.False(edit.Has(WorkoutMembers.Summary));
        Assert.Null(edit.Title);
    }

    [Fact]
    public void A_null_summary_is_there() => Assert.True(Read("""{"summary":null}""") is { Summary: null } edit && edit.Has(WorkoutMembers.Summary));

    [Fact]
    public void What_the_server_owns_is_ignored() =>
        Assert.Equal("x", Read("""{"title":"x","userId":"someone","version":99,"deletedAt":"soon","measurementCount":{}}""").Title);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"title":1}""")]
    [InlineData("""{"title":{}}""")]
    [InlineData("""{"durationSeconds":"3600"}""")]
    [InlineData("""{"durationSeconds":NaN}""")]
    [InlineData("""{"startedAt":"soon"}""")]
    [InlineData("""{"id":{}}""")]
    [InlineData("""{"title":"a","title":"b"}""")]
    [InlineData("""{"title":"a","Title":"b"}""")]
    [InlineData("""{"title":"a","t\u0069tle":"b"}""")]
    [InlineData("""{"summary":{"a":1,"a":2}}""")]
    [InlineData("""{"summary":{"a":{"b":1,"\u0062":2}}}""")]
    [InlineData("""{"title":"\ud800"}""")]
    [InlineData("""{"notes":"\udc00x"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"summary":{"a":"\ud800"}}""")]
    [InlineData("""{"summary":{"\ud800":1}}""")]
    [InlineData("""{"summary":{"a":[{"b":["\udfff"]}]}}""")]
    [InlineData("""{"title":"a" """)]
    [InlineData("""{"title":"a",}""")]
    [InlineData("""{"title":'a'}""")]
    [InlineData("""{/**/}""")]
    public void A_body_that_is_not_an_edit_is_the_clients_error(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Theory]
    [InlineData("summary")]
    [InlineData("unknown")]
    public void Deep_nesting_is_the_clients_error(string member) =>
        Assert.Throws<JsonException>(() => Read($"{{\"{member}\":{string.Concat(Enumerable.Repeat("{\"a\":", 10_000))}1"));

    private static WorkoutEdit Read(string json) => JsonSerializer.Deserialize(json, WorkoutJson.Default.WorkoutEdit)!;
}
