using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Notifications;

/// <summary>What the inbox says when an edit of a device loses.</summary>
[Collection(ApiCollection.Name)]
public sealed class ConflictNoticeTests(ApiFixture api)
{
    [Fact]
    public async Task Edits_that_lost_are_told_of_once_a_push_with_where_they_are_kept()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, "phone", Put("goals", "one", "m1", 0, "06:00", "A"), Put("goals", "two", "m2", 0, "06:00", "A"));
        await PushAsync(user, "phone", Put("goals", "one", "m3", 1, "08:00", "B"), Put("goals", "two", "m4", 1, "08:00", "B"));
        Assert.Empty(await InboxAsync(user));

        object[] late = [Put("goals", "one", "w1", 1, "07:00", "C"), Put("goals", "two", "w2", 1, "07:00", "C")];
        await PushAsync(user, "watch", late);
        await PushAsync(user, "watch", late);

        var notice = Assert.Single(await InboxAsync(user))!;
        Assert.Equal("sync", (string?)notice["kind"]);
        Assert.Equal(2, (int)notice["data"]!["count"]!);
        var lost = notice["data"]!["lost"]!.AsArray();
        Assert.Equal(["one", "two"], lost.Select(edit => (string?)edit!["id"]));
        var history = await user.GetAsync(((string)lost[0]!["history"]!).TrimStart('/'));
        var version = (int)lost[0]!["version"]!;
        Assert.Equal("C", (string?)history.AsArray().Single(kept => (int)kept!["version"]! == version)!["data"]!["title"]);
    }

    [Fact]
    public async Task A_workout_that_lost_is_told_of_as_well()
    {
        var user = await api.RegisterAsync();
        var created = await user.SyncAsync(new { action = "create", localId = "ride", startedAt = "2026-01-01T06:00:00Z", updatedAt = "2026-01-01T07:00:00Z", title = "A" });
        var id = (string)created["results"]![0]!["id"]!;
        await user.SyncAsync(new { action = "update", id, title = "B", updatedAt = "2026-01-01T10:00:00Z" });

        await user.OtherDevice().SyncAsync(new { action = "update", id, title = "C", updatedAt = "2026-01-01T09:00:00Z" });

        var notice = Assert.Single(await InboxAsync(user))!;
        Assert.Equal($"/api/workouts/{id}/history", (string?)notice["data"]!["lost"]![0]!["history"]);
        Assert.Contains("\"C\"", (await user.GetAsync($"api/workouts/{id}/history")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_of_different_members_lose_nothing_and_say_nothing()
    {
        var user = await api.RegisterAsync();
        await PushAsync(user, "phone", Put("goals", "one", "m1", 0, "06:00", "A"));
        await PushAsync(user, "phone", Put("goals", "one", "m2", 1, "08:00", "B"));
        var other = new { collection = "goals", id = "one", op = "put", mutationId = "w1", baseVersion = 1, updatedAt = "2026-01-01T07:00:00Z", data = new { title = "A", done = true } };

        var answer = await PushAsync(user, "watch", other);

        Assert.Equal("merged", (string?)answer["results"]![0]!["status"]);
        Assert.Empty(await InboxAsync(user));
    }

    private static object Put(string collection, string id, string mutationId, int baseVersion, string at, string title) =>
        new { collection, id, op = "put", mutationId, baseVersion, updatedAt = $"2026-01-01T{at}:00Z", data = new { title } };

    private static Task<JsonNode> PushAsync(ApiUser user, string deviceId, params object[] changes) =>
        user.ReadAsync(HttpMethod.Post, "api/sync", new { deviceId, changes });

    private static async Task<JsonArray> InboxAsync(ApiUser user) => (await user.GetAsync("api/notifications")).AsArray();
}
