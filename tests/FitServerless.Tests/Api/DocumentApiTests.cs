using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

/// <summary><c>/api/documents</c> and the history of documents and workouts.</summary>
[Collection(ApiCollection.Name)]
public sealed class DocumentApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_document_is_put_read_listed_changed_and_deleted()
    {
        var user = await api.RegisterAsync();

        Assert.Equal(1, (int)(await PutAsync(user, "foodEntries/f1", """{"name":"Rice","mealType":"lunch","timestamp":"2026-03-01T12:00:00Z"}"""))["version"]!);
        await PutAsync(user, "foodEntries/f2", """{"name":"Oats","mealType":"breakfast","timestamp":"2026-03-02T07:00:00Z"}""");

        Assert.Equal("Rice", (string?)(await user.GetAsync("api/documents/foodEntries/f1"))["data"]!["name"]);
        Assert.Equal(["f2", "f1"], (await user.GetAsync("api/documents/foodEntries")).AsArray().Select(item => (string?)item!["id"]));
        Assert.Equal(["f1"], (await user.GetAsync("api/documents/foodEntries?tag=lunch")).AsArray().Select(item => (string?)item!["id"]));
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "api/documents/foodEntries/f1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await user.SendAsync(HttpMethod.Get, "api/documents/foodEntries/f1")).StatusCode);
        Assert.Single((await user.GetAsync("api/documents/foodEntries")).AsArray());
    }

    [Fact]
    public async Task An_edit_of_another_version_is_refused_with_the_current_one()
    {
        var user = await api.RegisterAsync();
        await PutAsync(user, "goals/g", """{"a":1}""");

        var refused = await user.SendAsync(HttpMethod.Put, "api/documents/goals/g", """{"a":2}""", ("If-Match", "\"7\""));
        var taken = await user.SendAsync(HttpMethod.Put, "api/documents/goals/g", """{"a":3}""", ("If-Match", "\"1\""));

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
        Assert.Equal("\"2\"", taken.Headers.ETag?.Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await user.SendAsync(HttpMethod.Get, "api/documents/goals/g", null, ("If-None-Match", "\"2\""))).StatusCode);
    }

    [Fact]
    public async Task Every_version_is_kept_and_can_be_brought_back_even_a_deleted_one()
    {
        var user = await api.RegisterAsync();
        await PutAsync(user, "plans/p", """{"title":"One"}""");
        await PutAsync(user, "plans/p", """{"title":"Two"}""");
        await user.SendAsync(HttpMethod.Delete, "api/documents/plans/p");

        Assert.Equal(
            ["3 delete current", "2 put overwritten", "1 put overwritten"],
            (await user.GetAsync("api/documents/plans/p/history")).AsArray().Select(version => $"{version!["version"]} {version["op"]} {version["fate"]}"));
        Assert.Equal(4, (int)(await user.ReadAsync(HttpMethod.Post, "api/documents/plans/p/history/1/restore"))["version"]!);
        Assert.Equal("One", (string?)(await user.GetAsync("api/documents/plans/p"))["data"]!["title"]);
    }

    [Fact]
    public async Task A_workout_that_lost_a_conflict_can_be_brought_back()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("r", title: "First", updatedAt: "2026-03-01T08:00:00Z"));
        await user.SyncAsync(new { action = "update", id, title = "Later", updatedAt = "2026-03-01T10:00:00Z" });
        var lost = (await user.SyncAsync(new { action = "update", id, title = "Earlier", updatedAt = "2026-03-01T09:00:00Z" }))["results"]![0]!;

        Assert.Equal(("stale", 3), ((string?)lost["status"], (int)lost["lostVersion"]!));
        Assert.Equal(
            ["3 Earlier lost", "2 Later current", "1 First overwritten"],
            (await user.GetAsync($"api/workouts/{id}/history")).AsArray().Select(version => $"{version!["version"]} {version["data"]!["title"]} {version["fate"]}"));
        await user.ReadAsync(HttpMethod.Post, $"api/workouts/{id}/history/3/restore");
        Assert.Equal("Earlier", (string?)(await user.GetAsync($"api/workouts/{id}"))["title"]);
    }

    [Theory]
    [InlineData("GET", "api/documents/nope")]
    [InlineData("GET", "api/documents/preferences")]
    [InlineData("GET", "api/documents/goals/none")]
    [InlineData("GET", "api/documents/nope/none/history")]
    [InlineData("GET", "api/workouts/none/history")]
    [InlineData("POST", "api/documents/goals/none/history/1/restore")]
    [InlineData("POST", "api/workouts/none/history/1/restore")]
    [InlineData("POST", "api/workouts/none/history/x/restore")]
    [InlineData("DELETE", "api/documents/goals/none")]
    public async Task What_is_not_there_is_not_found(string method, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await api.RegisterAsync()).SendAsync(new HttpMethod(method), path)).StatusCode);

    private static Task<JsonNode> PutAsync(ApiUser user, string path, string data) => user.ReadAsync(HttpMethod.Put, $"api/documents/{path}", data);
}
