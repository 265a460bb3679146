using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Adapters;

[Collection(ApiCollection.Name)]
public sealed class WatermelonApiTests(ApiFixture api)
{
    [Fact]
    public async Task The_first_pull_of_nothing_has_a_timestamp_that_the_client_takes_and_that_misses_nothing()
    {
        var user = await api.RegisterAsync();
        var nothing = await user.GetAsync("api/watermelon/sync?last_pulled_at=null&schema_version=1&migration=null");
        Assert.Empty(nothing["changes"]!.AsObject());
        Assert.True(Timestamp(nothing) > 0);

        await PushAsync(user, Timestamp(nothing), "created", """{"id":"a","title":"t"}""");

        Assert.Equal(["a"], Updated(await PullAsync(user, Timestamp(nothing))));
    }

    [Fact]
    public async Task A_pull_with_its_own_timestamp_brings_nothing_and_an_edit_of_the_last_change_is_no_conflict()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, 0, "created", """{"id":"a","title":"t"}""");
        for (var i = 0; i < 20; i++)
        {
            var timestamp = Timestamp(await PullAsync(user, 0));
            Assert.Empty((await PullAsync(user, timestamp))["changes"]!.AsObject());
            await PushAsync(user, timestamp, "updated", $$"""{"id":"a","title":"t{{i}}"}""");
        }
    }

    [Fact]
    public async Task A_record_that_changed_since_the_pull_is_a_conflict_and_nothing_of_the_push_is_stored()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, 0, "created", """{"id":"a","title":"t"}""");
        var before = Timestamp(await PullAsync(user, 0));
        await PushAsync(user, before, "updated", """{"id":"a","title":"other"}""");

        var response = await SendAsync(user, before, """{"goals":{"created":[{"id":"b","title":"t"}],"updated":[{"id":"a","title":"mine"}],"deleted":[]}}""");

        await ApiAssert.ProblemAsync(response, HttpStatusCode.Conflict, "changed-meanwhile");
        Assert.Equal(["a"], Updated(await PullAsync(user, 0)));
    }

    [Fact]
    public async Task Lists_travel_as_text_and_come_home_as_lists_and_unknown_members_stay()
    {
        var user = await api.RegisterAsync();
        await user.SendAsync(HttpMethod.Put, "api/documents/goals/a", new { title = "t", tags = new[] { "x" }, detail = new { n = 1 }, newer = "kept" });
        var pulled = await PullAsync(user, 0);
        var record = pulled["changes"]!["goals"]!["updated"]![0]!;
        Assert.Equal("""["x"]""", record["tags"]!.GetValue<string>());

        await PushAsync(user, Timestamp(pulled), "updated", """{"id":"a","title":"edited","tags":"[\"x\",\"y\"]","detail":"{\"n\":1}","_status":"updated","_changed":"title"}""");

        var data = (await user.GetAsync("api/documents/goals/a"))["data"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"title":"edited","tags":["x","y"],"detail":{"n":1},"newer":"kept"}"""), data), data.ToJsonString());
    }

    [Fact]
    public async Task Deletes_travel_and_deleting_what_is_not_there_is_fine()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, 0, "created", """{"id":"a","title":"t"}""");
        var timestamp = Timestamp(await PullAsync(user, 0));

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(user, timestamp, """{"goals":{"created":[],"updated":[],"deleted":["a","never"]}}""")).StatusCode);

        Assert.Equal("a", Assert.Single((await PullAsync(user, timestamp))["changes"]!["goals"]!["deleted"]!.AsArray())!.GetValue<string>());
        Assert.Empty((await PullAsync(user, 0))["changes"]!.AsObject());
    }

    [Fact]
    public async Task A_table_that_is_new_to_the_client_comes_whole()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, 0, "created", """{"id":"a","title":"t"}""");
        var timestamp = Timestamp(await PullAsync(user, 0));
        var migration = Uri.EscapeDataString("""{"from":1,"tables":["goals"],"columns":[{"table":"sessions","columns":["notes"]}]}""");

        Assert.Equal(["a"], Updated(await user.GetAsync($"api/watermelon/sync?last_pulled_at={timestamp}&schema_version=2&migration={migration}")));
    }

    [Theory]
    [InlineData("""{"nothing":{"created":[],"updated":[],"deleted":[]}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"goals":{"created":[{"title":"no id"}]}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"goals":{"created":{"id":"a"},"deleted":[null]}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"workouts":{"created":[{"id":"w","title":"no start"}]}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"goals":5}""", HttpStatusCode.BadRequest)]
    public async Task Bad_input_is_refused(string body, HttpStatusCode status)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await SendAsync(user, 0, body), status);
    }

    [Fact]
    public async Task The_whole_argument_of_pushChanges_is_understood_too()
    {
        var user = await api.RegisterAsync();
        var response = await user.SendAsync(
            HttpMethod.Post, "api/watermelon/sync", """{"changes":{"goals":{"created":[{"id":"a"}],"updated":[],"deleted":[]}},"lastPulledAt":null}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["a"], Updated(await PullAsync(user, 0)));
    }

    private static async Task PushAsync(ApiUser user, long lastPulledAt, string list, string record)
    {
        var response = await SendAsync(user, lastPulledAt, $$$"""{"goals":{"{{{list}}}":[{{{record}}}]}}""");
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>As fetch does it when nobody names a content type.</summary>
    private static Task<HttpResponseMessage> SendAsync(ApiUser user, long lastPulledAt, string changes) =>
        user.SendAsync(HttpMethod.Post, $"api/watermelon/sync?last_pulled_at={lastPulledAt}", new StringContent(changes, Encoding.UTF8, "text/plain"));

    private static Task<JsonNode> PullAsync(ApiUser user, long lastPulledAt) => user.GetAsync($"api/watermelon/sync?last_pulled_at={lastPulledAt}");

    private static long Timestamp(JsonNode pull) => pull["timestamp"]!.GetValue<long>();

    private static IEnumerable<string> Updated(JsonNode pull) =>
        pull["changes"]!["goals"]!["updated"]!.AsArray().Select(record => record!["id"]!.GetValue<string>());
}
