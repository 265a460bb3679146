using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

/// <summary><c>POST /api/sync</c>, as a client sees it.</summary>
[Collection(ApiCollection.Name)]
public sealed class SyncApiTests(ApiFixture api)
{
    private const string Noon = "2026-03-01T12:00:00.000Z";
    private const string Later = "2026-03-01T12:00:01.000Z";

    [Fact]
    public async Task What_one_device_puts_another_gets()
    {
        var user = await api.RegisterAsync();

        var result = (await PushAsync(user, Put("goals", "g1", """{"goalType":"endurance","isActive":true,"note":"Föhn"}""")))["results"]![0]!;
        var pulled = await SyncAsync(user, """{"collections":["goals"]}""");

        Assert.Equal(("applied", 1, "m1"), (Text(result, "status"), (int)result["version"]!, Text(result, "mutationId")));
        var change = Assert.Single(pulled["changes"]!.AsArray())!;
        Assert.Equal(
            $$$"""{"collection":"goals","id":"g1","op":"put","version":1,"updatedAt":"{{{Noon}}}","data":{"goalType":"endurance","isActive":true,"note":"F\u00F6hn"}}""",
            change.ToJsonString());
        Assert.False((bool)pulled["hasMore"]!);
        Assert.Empty((await SyncAsync(user, $$"""{"cursor":"{{pulled["cursor"]}}"}"""))["changes"]!.AsArray());
    }

    [Fact]
    public async Task A_repeated_mutation_gets_the_same_answer()
    {
        var user = await api.RegisterAsync();

        var first = await PushAsync(user, Put("cards", "c1", """{"question":"?"}"""));
        var second = await PushAsync(user, Put("cards", "c1", """{"question":"?"}"""));

        Assert.Equal(first["results"]!.ToJsonString(), second["results"]!.ToJsonString());
        Assert.Equal(first["cursor"]!.ToJsonString(), second["cursor"]!.ToJsonString());
    }

    [Fact]
    public async Task Edits_of_different_members_are_put_together_and_both_sides_learn_of_it()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, Put("plans", "p", """{"title":"Base","hours":10}"""));
        await PushAsync(user, Put("plans", "p", """{"title":"Build","hours":10}""", mutation: "m2", version: 1, at: Later));

        var result = (await PushFromAsync("watch", user, Put("plans", "p", """{"title":"Base","hours":12}""", mutation: "m3", version: 1)))["results"]![0]!;

        Assert.Equal("merged", Text(result, "status"));
        Assert.Equal("""{"title":"Build","hours":12}""", result["current"]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_change_that_is_wrong_does_not_block_its_neighbours()
    {
        var user = await api.RegisterAsync();

        var answer = await SyncAsync(user, $$$"""
            {"deviceId":"d","changes":[
              {"collection":"nope","id":"1","op":"put","mutationId":"1","data":{}},
              {"collection":"goals","id":"a/b","op":"put","mutationId":"2","data":{}},
              {"collection":"goals","id":"1","op":"put","mutationId":"3","data":[1]},
              {"collection":"goals","id":"1","op":"erase","mutationId":"4"},
              {"collection":"goals","id":"1","op":"put","mutationId":"5","updatedAt":"yesterday","data":{}},
              {"collection":"goals","id":"1","op":"put","mutationId":"6","data":{"a":"{{{new string('x', 20_000)}}}"}},
              {"collection":"workouts","id":"1","op":"put","mutationId":"7","data":{"title":"No start"}},
              7,
              {"collection":"goals","id":"1","op":"put","mutationId":"8","data":{"fine":true}}]}
            """);

        Assert.Equal(
            ["rejected", "rejected", "rejected", "rejected", "rejected", "rejected", "rejected", "rejected", "applied"],
            answer["results"]!.AsArray().Select(result => Text(result!, "status")));
    }

    [Fact]
    public async Task A_synced_workout_is_the_workout_of_the_other_routes()
    {
        var user = await api.RegisterAsync();
        var answer = await PushAsync(user, Put("workouts", "w", """
            {"startedAt":"2026-03-01T06:30:00Z","title":"Ride","measurements":[{"timestamp":"2026-03-01T06:30:00Z","power":200}]}
            """));

        var workout = await user.GetAsync("api/workouts/w");
        var listed = Assert.Single((await user.GetAsync("api/workouts")).AsArray())!;

        Assert.Equal((200, "Ride"), ((int)workout["summary"]!["avgPower"]!, Text(listed, "title")));
        Assert.Equal(200, (int)answer["results"]![0]!["current"]!["data"]!["summary"]!["avgPower"]!);
        var pulled = Assert.Single((await SyncAsync(user, "{}"))["changes"]!.AsArray())!;
        Assert.Equal((1, "Ride"), ((int)pulled["version"]!, Text(pulled["data"]!, "title")));
    }

    [Fact]
    public async Task A_synced_workout_is_weighed_against_the_thresholds_that_its_owner_gave()
    {
        var user = await api.RegisterAsync();
        var hour = new JsonObject { ["timestamp"] = new JsonArray([.. Times(3600)]), ["power"] = new JsonArray([.. Enumerable.Repeat(250, 3600).Select(watts => (JsonNode)watts)]) };
        var ride = $$"""{"startedAt":"2026-03-01T06:30:00Z","measurements":{{hour.ToJsonString()}}}""";
        await PushAsync(user, Put("preferences", "training", """{"ftp":250}"""));

        await PushAsync(user, Put("workouts", "synced", ride));
        Assert.True((await user.SendAsync(HttpMethod.Put, "api/documents/workouts/put", ride)).IsSuccessStatusCode);
        await user.ReadAsync(HttpMethod.Post, "api/rxdb/workouts/push", $$$"""[{"newDocumentState":{"id":"replicated",{{{ride[1..]}}}}]""");

        foreach (var id in (string[])["synced", "put", "replicated"])
            Assert.Equal(100, (double)(await user.GetAsync($"api/workouts/{id}"))["summary"]!["load"]!, 0.5);
    }

    [Fact]
    public async Task Ciphertext_is_kept_as_it_is_and_what_needs_plain_text_says_so()
    {
        var user = await api.RegisterAsync();
        const string Sealed = """{"enc":"A256GCM","kid":"k1","iv":"AAAA","ct":"BBBB"}""";
        await PushAsync(user, Put("workouts", "w", Sealed), Put("goals", "g", Sealed));

        Assert.Equal("BBBB", Text(await user.GetAsync("api/workouts/w"), "ct"));
        Assert.Equal(HttpStatusCode.Conflict, (await user.SendAsync(HttpMethod.Get, "api/workouts/w/export/fit")).StatusCode);
        Assert.Empty((await user.GetAsync("api/workouts")).AsArray());
        Assert.Equal(Sealed, (await SyncAsync(user, """{"collections":["goals"]}"""))["changes"]![0]!["data"]!.ToJsonString());
    }

    private static IEnumerable<JsonNode> Times(int count) => Enumerable.Range(0, count).Select(second => (JsonNode)(1772346600000 + (second * 1000L)));

    private static JsonObject Put(string collection, string id, string data, string mutation = "m1", int? version = null, string at = Noon) => new()
    {
        ["collection"] = collection,
        ["id"] = id,
        ["op"] = "put",
        ["mutationId"] = mutation,
        ["baseVersion"] = version,
        ["updatedAt"] = at,
        ["data"] = JsonNode.Parse(data),
    };

    private static Task<JsonNode> PushAsync(ApiUser user, params JsonNode[] changes) => PushFromAsync("phone", user, changes);

    private static Task<JsonNode> PushFromAsync(string device, ApiUser user, params JsonNode[] changes) =>
        SyncAsync(user, new JsonObject { ["deviceId"] = device, ["changes"] = new JsonArray(changes) }.ToJsonString());

    private static Task<JsonNode> SyncAsync(ApiUser user, string body) => user.ReadAsync(HttpMethod.Post, "api/sync", body);

    private static string? Text(JsonNode node, string member) => (string?)node[member];
}
