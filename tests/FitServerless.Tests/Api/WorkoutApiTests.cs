using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class WorkoutApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_workout_reads_back_as_it_was_created()
    {
        var user = await api.RegisterAsync();
        var response = await user.SendAsync(HttpMethod.Post, "api/workouts", SampleWorkouts.Ride("a", title: "Über den Paß 🚴"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("\"1\"", response.Headers.ETag!.Tag);

        var workout = await user.GetAsync(response.Headers.Location!.ToString());
        Assert.Equal("a", workout["localId"]!.GetValue<string>());
        Assert.Equal("Über den Paß 🚴", workout["title"]!.GetValue<string>());
        Assert.Equal("2026-03-01T06:30:00.000Z", workout["startedAt"]!.GetValue<string>());
        Assert.Equal("good", workout["summary"]!["feeling"]!.GetValue<string>());
        Assert.Equal(1, workout["version"]!.GetValue<int>());
        Assert.NotNull(workout["syncedAt"]);
    }

    [Fact]
    public async Task The_list_is_newest_first_and_pages_without_gap_or_repeat()
    {
        var user = await api.RegisterAsync();
        await user.SyncAsync([.. Enumerable.Range(0, 25).Select(day => SampleWorkouts.Change("create", SampleWorkouts.Ride($"{day}", day)))]);

        var titles = new List<string>();
        for (var path = "api/workouts?limit=10"; path is not null;)
        {
            var response = await user.SendAsync(HttpMethod.Get, path);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
            titles.AddRange(page.Select(workout => workout!["title"]!.GetValue<string>()));
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(day => $"Ride {day}"), titles);
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_days_and_a_sport()
    {
        var user = await api.RegisterAsync();
        await user.SyncAsync([.. Enumerable.Range(0, 10).Select(day => SampleWorkouts.Change("create", SampleWorkouts.Ride($"{day}", day)))]);
        await user.CreateWorkoutAsync(new { startedAt = "2026-03-05T18:00:00Z", sportType = "Running's best", title = "Run" });

        var days = await user.GetAsync("api/workouts?from=2026-03-03T00:00:00Z&to=2026-03-05T06:30:00Z");
        Assert.Equal(["Ride 4", "Ride 3", "Ride 2"], days.AsArray().Select(workout => workout!["title"]!.GetValue<string>()));
        var runs = await user.GetAsync($"api/workouts?sport={Uri.EscapeDataString("Running's best")}");
        Assert.Equal("Run", Assert.Single(runs.AsArray())!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Replacing_clears_what_is_left_out_and_counts_the_version()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        var response = await user.SendAsync(HttpMethod.Put, $"api/workouts/{id}", new { startedAt = "2026-03-02T06:30:00Z", title = "Moved" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("\"2\"", response.Headers.ETag!.Tag);

        var workout = await user.GetAsync($"api/workouts/{id}");
        Assert.Equal("Moved", workout["title"]!.GetValue<string>());
        Assert.Null(workout["notes"]);
        Assert.Equal("Moved", Assert.Single((await user.GetAsync("api/workouts")).AsArray())!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stale_etag_is_refused_with_the_current_workout()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        var edit = new { startedAt = "2026-03-01T06:30:00Z", title = "Second" };
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Put, $"api/workouts/{id}", edit, ("If-Match", "\"1\""))).StatusCode);
        // The same again is no conflict: its answer may have been lost.
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Put, $"api/workouts/{id}", edit, ("If-Match", "\"1\""))).StatusCode);

        var put = await user.SendAsync(HttpMethod.Put, $"api/workouts/{id}", edit with { title = "Third" }, ("If-Match", "\"1\""));
        var problem = await ApiAssert.ProblemAsync(put, HttpStatusCode.PreconditionFailed, "precondition-failed");
        Assert.Equal("Second", problem["current"]!["title"]!.GetValue<string>());
        var delete = await user.SendAsync(HttpMethod.Delete, $"api/workouts/{id}", null, ("If-Match", "\"1\""));
        await ApiAssert.ProblemAsync(delete, HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task An_edit_older_than_the_stored_one_is_refused_with_the_current_workout()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a", updatedAt: "2026-03-10T00:00:00Z"));
        var edit = new { startedAt = "2026-03-01T06:30:00Z", title = "Older", updatedAt = "2026-03-09T00:00:00Z" };
        var problem = await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Put, $"api/workouts/{id}", edit), HttpStatusCode.Conflict, "stale");
        Assert.Equal("Ride 0", problem["current"]!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_known_version_is_not_sent_again()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        var response = await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}", null, ("If-None-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_deleted_workout_is_gone_and_deleting_again_is_fine()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"api/workouts/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"api/workouts/{id}")).StatusCode);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}"), HttpStatusCode.NotFound);
        Assert.Empty((await user.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task Another_users_workout_is_as_absent_as_none()
    {
        var owner = await api.RegisterAsync();
        var stranger = await api.RegisterAsync();
        var id = await owner.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        var edit = new { startedAt = "2026-03-01T06:30:00Z" };
        foreach (var (method, body) in new (HttpMethod, object?)[] { (HttpMethod.Get, null), (HttpMethod.Put, edit), (HttpMethod.Delete, null) })
        {
            var foreign = await ApiAssert.ProblemAsync(await stranger.SendAsync(method, $"api/workouts/{id}", body), HttpStatusCode.NotFound);
            var absent = await ApiAssert.ProblemAsync(await stranger.SendAsync(method, "api/workouts/none", body), HttpStatusCode.NotFound);
            foreign.AsObject().Remove("traceId");
            absent.AsObject().Remove("traceId");
            Assert.Equal(absent.ToJsonString(), foreign.ToJsonString());
        }

        Assert.Equal("Ride 0", (await owner.GetAsync($"api/workouts/{id}"))["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Creating_again_under_the_same_local_id_or_key_makes_one_workout()
    {
        var user = await api.RegisterAsync();
        var ids = new HashSet<string>
        {
            await user.CreateWorkoutAsync(SampleWorkouts.Ride("a")),
            await user.CreateWorkoutAsync(SampleWorkouts.Ride("a")),
        };
        Assert.Single(ids);

        var body = new { startedAt = "2026-03-01T06:30:00Z", title = "Keyed" };
        var first = await user.SendAsync(HttpMethod.Post, "api/workouts", body, ("Idempotency-Key", "k1"));
        var second = await user.SendAsync(HttpMethod.Post, "api/workouts", body, ("Idempotency-Key", "k1"));
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        var other = await user.SendAsync(HttpMethod.Post, "api/workouts", body with { title = "Another" }, ("Idempotency-Key", "k1"));
        await ApiAssert.ProblemAsync(other, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(2, (await user.GetAsync("api/workouts")).AsArray().Count);
    }

    [Fact]
    public async Task Posts_under_one_key_at_the_same_time_all_get_the_answer_of_one()
    {
        var user = await api.RegisterAsync();
        var body = new { startedAt = "2026-03-01T06:30:00Z", title = "Keyed" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            _ => user.SendAsync(HttpMethod.Post, "api/workouts", body, ("Idempotency-Key", "k1"))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Created, "\"1\""), (answer.StatusCode, answer.Headers.ETag!.Tag)));
        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
        Assert.Single((await user.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task Of_different_bodies_under_one_key_at_the_same_time_one_is_kept_and_the_others_are_told()
    {
        var user = await api.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => user.SendAsync(
            HttpMethod.Post, "api/workouts", new { startedAt = "2026-03-01T06:30:00Z", title = $"Ride {i}" }, ("Idempotency-Key", "k1"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            await ApiAssert.ProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Single((await user.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task Members_that_the_server_owns_are_not_taken_from_the_body()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(new
        {
            startedAt = "2026-03-01T06:30:00Z",
            userId = "someone",
            version = 99,
            syncedAt = "2020-01-01T00:00:00Z",
            deletedAt = "2020-01-01T00:00:00Z",
            measurementCount = 5,
        });
        var workout = await user.GetAsync($"api/workouts/{id}");
        Assert.Equal(1, workout["version"]!.GetValue<int>());
        Assert.Null(workout["deletedAt"]);
        Assert.Null(workout["measurementCount"]);
        Assert.DoesNotContain("2020", workout["syncedAt"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
