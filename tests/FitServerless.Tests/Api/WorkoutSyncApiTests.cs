using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class WorkoutSyncApiTests(ApiFixture api)
{
    [Fact]
    public async Task What_one_device_pushes_another_pulls()
    {
        var phone = await api.RegisterAsync();
        var watch = phone.OtherDevice();
        var pushed = await phone.SyncAsync([.. Enumerable.Range(0, 60).Select(Create)]);
        Assert.All(pushed["results"]!.AsArray(), result => Assert.Equal("applied", Status(result)));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i}"), pushed["results"]!.AsArray().Select(result => result!["localId"]!.GetValue<string>()));

        var pulled = await watch.SyncAsync();
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"Ride {i}"), pulled["changes"]!.AsArray().Select(Title));
        Assert.Empty((await watch.SyncAsync())["changes"]!.AsArray());
        Assert.Empty((await phone.SyncAsync())["changes"]!.AsArray());
    }

    [Fact]
    public async Task Two_offline_edits_converge_and_the_loser_is_told()
    {
        var phone = await api.RegisterAsync();
        var watch = phone.OtherDevice();
        var id = Id((await phone.SyncAsync(Create(0)))["results"]![0]);
        await watch.SyncAsync();

        await watch.SyncAsync(new { action = "update", id, title = "From the watch", updatedAt = "2026-03-02T10:00:00Z" });
        var lost = await phone.SyncAsync(new { action = "update", id, title = "From the phone", updatedAt = "2026-03-02T09:00:00Z" });

        Assert.Equal("stale", Status(lost["results"]![0]));
        Assert.Equal("From the watch", Title(lost["results"]![0]!["current"]));
        Assert.Equal("From the watch", Title(Assert.Single(lost["changes"]!.AsArray())));
        Assert.Equal("From the watch", Title(await phone.GetAsync($"api/workouts/{id}")));
        Assert.Equal("Headwind on the way back.", (await watch.GetAsync($"api/workouts/{id}"))["notes"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_winning_edit_gets_back_what_it_was_merged_with()
    {
        var phone = await api.RegisterAsync();
        var watch = phone.OtherDevice();
        var id = Id((await phone.SyncAsync(Create(0)))["results"]![0]);
        await watch.SyncAsync();
        await watch.SyncAsync(new { action = "update", id, title = "Earlier", notes = "Tailwind after all.", updatedAt = "2026-03-02T09:00:00Z" });

        var won = await phone.SyncAsync(new { action = "update", id, title = "Later", updatedAt = "2026-03-02T10:00:00Z" });
        Assert.Equal("applied", Status(won["results"]![0]));
        var merged = Assert.Single(won["changes"]!.AsArray());
        Assert.Equal("Later", Title(merged));
        Assert.Equal("Tailwind after all.", merged!["notes"]!.GetValue<string>());
        Assert.Equal(won["results"]![0]!["version"]!.GetValue<int>(), merged["version"]!.GetValue<int>());
        Assert.Equal("Later", Title(Assert.Single((await watch.SyncAsync())["changes"]!.AsArray())));
    }

    [Fact]
    public async Task A_push_whose_answer_was_lost_can_be_sent_again()
    {
        var phone = await api.RegisterAsync();
        object[] changes =
        [
            Create(0), Create(1),
            SampleWorkouts.Change("update", SampleWorkouts.Ride("0", title: "Edited", updatedAt: "2026-03-05T00:00:00Z")),
        ];
        var first = await phone.OtherDevice().SyncAsync(changes);
        var second = await phone.OtherDevice().SyncAsync(changes);
        Assert.All(first["results"]!.AsArray(), result => Assert.Equal("applied", Status(result)));
        Assert.Equal(["stale", "duplicate", "duplicate"], second["results"]!.AsArray().Select(Status));

        var all = await phone.SyncAsync();
        Assert.Equal(2, all["changes"]!.AsArray().Count);
        Assert.Equal(["Edited", "Ride 1"], all["changes"]!.AsArray().Select(Title).Order());
    }

    [Fact]
    public async Task A_delete_travels_as_a_tombstone_and_a_later_edit_brings_the_workout_back()
    {
        var phone = await api.RegisterAsync();
        var watch = phone.OtherDevice();
        var id = Id((await phone.SyncAsync(Create(0)))["results"]![0]);
        await watch.SyncAsync();
        await phone.SyncAsync(new { action = "delete", id, updatedAt = "2026-03-02T09:00:00Z" });

        var tombstone = Assert.Single((await watch.SyncAsync())["changes"]!.AsArray())!;
        Assert.Equal(id, Id(tombstone));
        Assert.NotNull(tombstone["deletedAt"]);
        await ApiAssert.ProblemAsync(await watch.SendAsync(HttpMethod.Get, $"api/workouts/{id}"), HttpStatusCode.NotFound);

        var early = await watch.SyncAsync(Update(id, "Before the delete", "2026-03-02T08:00:00Z"));
        Assert.Equal("stale", Status(early["results"]![0]));
        Assert.NotNull(early["results"]![0]!["current"]!["deletedAt"]);
        var late = await watch.SyncAsync(Update(id, "After the delete", "2026-03-02T10:00:00Z"));
        Assert.Equal("applied", Status(late["results"]![0]));
        Assert.Equal("After the delete", Title(Assert.Single((await phone.SyncAsync())["changes"]!.AsArray())));
        Assert.Single((await phone.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task One_bad_change_does_not_block_its_neighbours()
    {
        var phone = await api.RegisterAsync();
        var answer = await phone.SyncAsync(
            Create(0),
            new { action = "explode", localId = "b" },
            new { action = "create", localId = "c", startedAt = "0001-01-01T00:00:00Z" },
            new { action = "create", localId = "d", startedAt = "2026-03-01T06:30:00Z", durationSeconds = "long" },
            new { action = "create", localId = "e" },
            new { action = "update", id = "../../secret", title = "x" },
            new { action = "update", id = "unknown", title = "x" },
            42,
            Create(1));

        var results = answer["results"]!.AsArray();
        Assert.Equal("applied", Status(results[0]));
        Assert.Equal("applied", Status(results[8]));
        Assert.All(results.Skip(1).Take(7), result =>
        {
            Assert.Equal("rejected", Status(result));
            Assert.InRange(result!["problem"]!["status"]!.GetValue<int>(), 400, 499);
        });
        Assert.Equal(2, (await phone.GetAsync("api/workouts")).AsArray().Count);
    }

    [Fact]
    public async Task A_clock_ten_years_ahead_is_clamped_and_pins_nothing()
    {
        var phone = await api.RegisterAsync();
        var future = SampleWorkouts.Iso(DateTimeOffset.UtcNow.AddYears(10));
        var ahead = await phone.SyncAsync(SampleWorkouts.Change("create", SampleWorkouts.Ride("0", updatedAt: future)));
        Assert.Equal("applied", Status(ahead["results"]![0]));
        Assert.NotNull(ahead["results"]![0]!["clampedTo"]);

        var id = Id(ahead["results"]![0]);
        var now = SampleWorkouts.Iso(DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Equal("applied", Status((await phone.SyncAsync(Update(id, "An honest edit", now)))["results"]![0]));
    }

    [Fact]
    public async Task Pulling_page_by_page_misses_nothing_and_repeats_nothing()
    {
        var phone = await api.RegisterAsync();
        await phone.SyncAsync([.. Enumerable.Range(0, 30).Select(Create)]);
        var titles = new List<string>();
        var since = "";
        bool hasMore;
        do
        {
            var page = await phone.GetAsync($"api/workouts/changes?since={since}&limit=7");
            titles.AddRange(page["changes"]!.AsArray().Select(Title));
            since = page["syncedAt"]!.GetValue<string>();
            hasMore = page["hasMore"]!.GetValue<bool>();
        }
        while (hasMore);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"Ride {i}"), titles);
    }

    [Fact]
    public async Task A_cursor_from_the_future_does_not_hide_later_changes()
    {
        var phone = await api.RegisterAsync();
        await phone.SyncAsync(Create(0));
        var answer = await phone.GetAsync("api/workouts/changes?since=2099-01-01T00:00:00Z");
        await phone.SyncAsync(Create(1));
        var next = await phone.GetAsync($"api/workouts/changes?since={answer["syncedAt"]!.GetValue<string>()}");
        Assert.Equal("Ride 1", Title(Assert.Single(next["changes"]!.AsArray())));
    }

    [Fact]
    public async Task Clients_of_the_edge_design_send_their_own_number_as_id_and_local_id()
    {
        var phone = await api.RegisterAsync();
        var first = await phone.SyncAsync(new { action = "create", localId = 7, id = 7, startedAt = 1772346600000, title = "Seven", updatedAt = 1772350200000 });
        var second = await phone.SyncAsync(new { action = "update", localId = 7, id = 7, startedAt = 1772346600000, title = "Still seven", updatedAt = 1772350300000 });
        Assert.Equal("applied", Status(first["results"]![0]));
        Assert.Equal(Id(first["results"]![0]), Id(second["results"]![0]));
        Assert.Equal("Still seven", Title(Assert.Single((await phone.GetAsync("api/workouts")).AsArray())));
    }

    [Fact]
    public async Task Devices_that_push_at_the_same_time_lose_nothing()
    {
        var phone = await api.RegisterAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(device =>
            phone.OtherDevice().SyncAsync([.. Enumerable.Range(0, 5).Select(i => Create((device * 5) + i))])));
        var all = await phone.SyncAsync();
        Assert.Equal(40, all["changes"]!.AsArray().Select(Title).Distinct().Count());
        Assert.Equal(40, (await phone.GetAsync("api/workouts")).AsArray().Count);
    }

    private static object Create(int i) => SampleWorkouts.Change("create", SampleWorkouts.Ride($"{i}", i));

    private static object Update(string id, string title, string updatedAt) =>
        new { action = "update", id, startedAt = "2026-03-01T06:30:00Z", title, updatedAt };

    private static string Status(JsonNode? result) => result!["status"]!.GetValue<string>();

    private static string Id(JsonNode? result) => result!["id"]!.GetValue<string>();

    private static string Title(JsonNode? workout) => workout!["title"]!.GetValue<string>();
}
