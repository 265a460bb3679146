using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Adapters;

[Collection(ApiCollection.Name)]
public sealed class RxdbApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_write_on_what_stands_is_taken_and_one_on_something_else_gets_the_servers_document()
    {
        var user = await api.RegisterAsync();
        var first = Doc("a", "first");
        Assert.Empty(await PushAsync(user, Row(first, null)));
        var second = Doc("a", "second");
        Assert.Empty(await PushAsync(user, Row(second, first)));

        var conflict = Assert.Single(await PushAsync(user, Row(Doc("a", "third"), first)))!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"id":"a","title":"second","tags":["x"],"_deleted":false}"""), conflict), conflict.ToJsonString());
        Assert.Single(await PushAsync(user, Row(Doc("a", "fourth"), null)));
    }

    [Fact]
    public async Task A_push_whose_answer_was_lost_is_no_conflict_when_it_comes_again()
    {
        var user = await api.RegisterAsync();
        var (first, second) = (Doc("a", "first"), Doc("a", "second"));
        var deleted = Doc("a", "second", deleted: true);
        foreach (var row in new[] { Row(first, null), Row(second, first), Row(deleted, second) })
        {
            Assert.Empty(await PushAsync(user, row));
            Assert.Empty(await PushAsync(user, row));
        }
    }

    [Fact]
    public async Task A_deleted_document_keeps_the_members_that_a_schema_may_require()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, Row(Doc("a", "first"), null));
        var page = await user.GetAsync("api/rxdb/goals/pull?updatedAt=0&id=&limit=10");
        await PushAsync(user, Row(Doc("a", "first", deleted: true), Doc("a", "first")));

        var next = await PullAsync(user, page["checkpoint"]!);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"id":"a","title":"first","tags":["x"],"_deleted":true}"""), Assert.Single(next["documents"]!.AsArray())));
        Assert.Empty((await user.GetAsync("api/rxdb/goals/pull?limit=10"))["documents"]!.AsArray());
    }

    [Fact]
    public async Task A_page_that_is_not_full_is_the_last_even_where_deletes_were_left_out()
    {
        var user = await api.RegisterAsync();
        for (var i = 0; i < 12; i++)
            await PushAsync(user, Row(Doc($"{i:D2}", "t"), null));
        for (var i = 0; i < 9; i++)
            await PushAsync(user, Row(Doc($"{i:D2}", "t", deleted: true), Doc($"{i:D2}", "t")));
        var ids = new List<string>();
        var page = await user.GetAsync("api/rxdb/goals/pull?updatedAt=0&id=&limit=2");
        for (; page["documents"]!.AsArray().Count == 2; page = await PullAsync(user, page["checkpoint"]!))
            ids.AddRange(Live(page));
        ids.AddRange(Live(page));

        Assert.Equal(["09", "10", "11"], ids.Order());
    }

    [Fact]
    public async Task Documents_that_came_another_way_can_be_edited_whatever_their_numbers()
    {
        var user = await api.RegisterAsync();
        var put = await user.SendAsync(HttpMethod.Put, "api/documents/goals/a", """{"title":"t","big":12345678901234567890,"id":"a"}""");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        // As JavaScript reads and writes it.
        var assumed = JsonNode.Parse("""{"_deleted":false,"big":12345678901234567000,"title":"t","id":"a"}""");

        Assert.Empty(await PushAsync(user, Row(JsonNode.Parse("""{"id":"a","title":"edited","big":12345678901234567000,"_deleted":false}""")!, assumed)));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_named_and_the_rest_is_stored()
    {
        var user = await api.RegisterAsync();
        var problem = await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/rxdb/goals/push", new JsonArray(Row(Doc("a/b", "t"), null), Row(Doc("large", new string('x', 70_000)), null), Row(Doc("good", "t"), null)).ToJsonString()),
            HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["[0].newDocumentState.id", "large"], problem["errors"]!.AsObject().Select(error => error.Key).Order());
        Assert.Equal(["good"], Ids(await user.GetAsync("api/rxdb/goals/pull?limit=10")));
    }

    [Theory]
    [InlineData("GET", "api/rxdb/nothing/pull", null, HttpStatusCode.NotFound)]
    [InlineData("POST", "api/rxdb/nothing/push", "[]", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/rxdb/nothing/stream", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "api/rxdb/goals/pull?updatedAt=tomorrow", null, HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/rxdb/goals/pull?limit=0", null, HttpStatusCode.BadRequest)]
    [InlineData("POST", "api/rxdb/goals/push", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "api/rxdb/goals/push", "[{}]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("POST", "api/rxdb/goals/push", "[{\"newDocumentState\":5}]", HttpStatusCode.UnprocessableEntity)]
    public async Task Bad_input_is_refused(string method, string path, string? body, HttpStatusCode status)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(new HttpMethod(method), path, body), status);
    }

    [Fact]
    public async Task A_stream_brings_what_others_write_and_what_was_written_just_before_it_opened()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, Row(Doc("before", "t"), null));
        await using var stream = await user.ListenAsync("api/rxdb/goals/stream");
        Assert.Equal(["before"], Ids(JsonNode.Parse((await stream.NextAsync()).Data)!));

        await PushAsync(user, Row(Doc("after", "t"), null));
        var item = await stream.NextAsync();

        Assert.Equal("message", item.EventType);
        Assert.Equal(["after"], Ids(JsonNode.Parse(item.Data)!));
        Assert.Equal("id", Assert.Single(JsonNode.Parse(item.Data)!["checkpoint"]!.AsObject()).Key);
    }

    [Fact]
    public async Task An_event_that_came_late_makes_the_next_pull_go_back_to_it()
    {
        var user = await api.RegisterAsync();
        await using var stream = await user.ListenAsync("api/rxdb/goals/stream");
        var first = Doc("a", "first");
        await PushAsync(user, Row(first, null));
        var told = JsonNode.Parse((await stream.NextAsync()).Data)!["checkpoint"]!["id"]!.GetValue<string>();
        await PushAsync(user, Row(Doc("a", "first", deleted: true), first));
        var pulled = (await user.GetAsync("api/rxdb/goals/pull?updatedAt=0&id=&limit=10"))["checkpoint"]!["updatedAt"]!.GetValue<string>();

        Assert.Empty(Ids(await user.GetAsync($"api/rxdb/goals/pull?updatedAt={pulled}&id=&limit=10")));
        Assert.Equal(["a"], Ids(await user.GetAsync($"api/rxdb/goals/pull?updatedAt={pulled}&id={told}&limit=10")));
    }

    [Fact]
    public async Task A_device_that_has_its_documents_from_events_alone_is_told_what_was_deleted()
    {
        var user = await api.RegisterAsync();
        await using var stream = await user.ListenAsync("api/rxdb/goals/stream");
        var first = Doc("a", "first");
        await PushAsync(user, Row(first, null));
        var told = JsonNode.Parse((await stream.NextAsync()).Data)!["checkpoint"]!["id"]!.GetValue<string>();
        await PushAsync(user, Row(Doc("a", "first", deleted: true), first));

        var pulled = Assert.Single((await user.GetAsync($"api/rxdb/goals/pull?updatedAt=undefined&id={told}&limit=10"))["documents"]!.AsArray());

        Assert.True(pulled!["_deleted"]!.GetValue<bool>());
    }

    private static async Task<JsonArray> PushAsync(ApiUser user, JsonNode row) =>
        (await user.ReadAsync(HttpMethod.Post, "api/rxdb/goals/push", new JsonArray(row.DeepClone()).ToJsonString())).AsArray();

    private static Task<JsonNode> PullAsync(ApiUser user, JsonNode checkpoint) =>
        user.GetAsync($"api/rxdb/goals/pull?updatedAt={checkpoint["updatedAt"]}&id={checkpoint["id"]}&limit=2");

    private static JsonObject Doc(string id, string title, bool deleted = false) =>
        new() { ["id"] = id, ["title"] = title, ["tags"] = new JsonArray("x"), ["_deleted"] = deleted };

    private static JsonObject Row(JsonNode state, JsonNode? assumed) =>
        new() { ["newDocumentState"] = state.DeepClone(), ["assumedMasterState"] = assumed?.DeepClone() };

    private static IEnumerable<string> Live(JsonNode page) =>
        page["documents"]!.AsArray().Where(document => !document!["_deleted"]!.GetValue<bool>()).Select(document => document!["id"]!.GetValue<string>());

    private static List<string> Ids(JsonNode page) => [.. page["documents"]!.AsArray().Select(document => document!["id"]!.GetValue<string>())];
}
