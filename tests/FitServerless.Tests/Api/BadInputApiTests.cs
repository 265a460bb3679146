using System.Net;
using System.Text;

namespace FitServerless.Tests.Api;

/// <summary>What a hostile or broken client sends gets a 4xx problem, and nothing of it is stored.</summary>
[Collection(ApiCollection.Name)]
public sealed class BadInputApiTests(ApiFixture api)
{
    public static TheoryData<string> BadBodies => new(
        "",
        "null",
        "[]",
        "42",
        "\"text\"",
        "{",
        """{"startedAt":"2026-03-01T06:30:00Z","title":"cut of""",
        """{"startedAt":"2026-03-01T06:30:00Z"} trailing""",
        """{"startedAt":"2026-03-01T06:30:00Z","startedAt":"2026-03-02T06:30:00Z"}""",
        """{"startedAt":"2026-03-01T06:30:00Z","summary":{"a":1,"a":2}}""",
        """{"startedAt":"2026-03-01T06:30:00Z","title":7}""",
        """{"startedAt":"2026-03-01T06:30:00Z","title":"\ud800"}""",
        """{"startedAt":"2026-03-01T06:30:00Z","summary":"text"}""",
        """{"startedAt":"2026-03-01T06:30:00Z","durationSeconds":-1}""",
        """{"startedAt":"2026-03-01T06:30:00Z","durationSeconds":1e400}""",
        """{"startedAt":"2026-03-01T06:30:00Z","durationSeconds":NaN}""",
        """{"startedAt":"2026-03-01T06:30:00Z","endedAt":"2026-03-01T05:30:00Z"}""",
        """{"startedAt":"2026-03-01T06:30:00Z","localId":""}""",
        """{"startedAt":"2026-03-01T06:30:00Z","localId":"a\u0000b"}""",
        """{"startedAt":"2026-03-01T06:30:00Z","updatedAt":"9999-12-31T23:59:59Z"}""",
        """{"startedAt":"0001-01-01T00:00:00Z"}""",
        """{"startedAt":"9999-12-31T23:59:59Z"}""",
        """{"startedAt":"yesterday"}""",
        """{"startedAt":null}""",
        """{"title":"no start"}""",
        """{"startedAt":"2026-03-01T06:30:00Z","measurements":"none"}""",
        """{"startedAt":"2026-03-01T06:30:00Z","measurements":[{"power":200}]}""",
        """{"startedAt":"2026-03-01T06:30:00Z","measurements":[{"timestamp":"2026-03-01T06:30:00Z","power":-1}]}""",
        """{"startedAt":"2026-03-01T06:30:00Z","measurements":[{"timestamp":"2026-03-01T06:30:00Z","power":1e400}]}""",
        """{"startedAt":"2026-03-01T06:30:00Z","measurements":[{"timestamp":"0001-01-01T00:00:00Z"}]}""",
        """{"startedAt":"2026-03-01T06:30:00Z","measurements":[[[]]]}""",
        """{"startedAt":"2026-03-01T06:30:00Z","measurements":{"timestamp":[1772346600000],"power":[1,2]}}""");

    /// <summary>Lists and maps of JSON may hold <c>null</c>, whatever the contract's types say.</summary>
    [Theory]
    [InlineData("POST", "api/rxdb/goals/push", "[null]")]
    [InlineData("POST", "api/watermelon/sync", """{"changes":{"goals":null}}""")]
    [InlineData("POST", "api/watermelon/sync", """{"goals":null}""")]
    [InlineData("POST", "api/watermelon/sync", """{"goals":{"created":[null],"updated":[null],"deleted":[null]}}""")]
    [InlineData("GET", "api/watermelon/sync?migration={\"from\":1,\"tables\":[null],\"columns\":[null]}", null)]
    [InlineData("POST", "api/sync", """{"deviceId":"d","collections":[null]}""")]
    [InlineData("POST", "api/sync", """{"deviceId":"d","changes":[null]}""")]
    [InlineData("POST", "api/workouts/sync", """{"changes":[null]}""")]
    [InlineData("POST", "api/events", """{"events":[null]}""")]
    [InlineData("POST", "api/grants", """{"trainerEmail":"a@example.com","scopes":[null]}""")]
    [InlineData("POST", "chat/rooms", """{"members":[null]}""")]
    [InlineData("POST", "api/ai/suggest-meal", """{"goals":[null],"restrictions":[null]}""")]
    [InlineData("POST", "api/ai/suggest-workout", """{"goals":[null],"equipment":[null]}""")]
    public async Task A_null_among_others_is_no_defect(string method, string path, string? body)
    {
        var user = await api.RegisterAsync();
        var response = await user.SendAsync(new HttpMethod(method), path, body);
        Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_workout_is_refused_and_nothing_is_stored(string body)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts", body), HttpStatusCode.BadRequest);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Put, "api/workouts/some-id", body), HttpStatusCode.BadRequest);
        Assert.Empty((await user.GetAsync("api/workouts/changes"))["changes"]!.AsArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"changes":"all"}""")]
    [InlineData("""{"changes":[{]}""")]
    [InlineData("""{"lastSyncAt":"yesterday","changes":[]}""")]
    [InlineData("""{"lastSyncAt":1e400,"changes":[]}""")]
    [InlineData("""{"limit":0,"changes":[]}""")]
    [InlineData("""{"limit":1001,"changes":[]}""")]
    [InlineData("""{"limit":"ten","changes":[]}""")]
    [InlineData("""{"changes":[],"changes":[]}""")]
    public async Task A_bad_sync_request_is_refused(string body)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts/sync", body), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public async Task A_deeply_nested_body_is_refused(int depth)
    {
        var user = await api.RegisterAsync();
        var nested = $$"""{"startedAt":"2026-03-01T06:30:00Z","summary":{{string.Concat(Enumerable.Repeat("{\"a\":", depth))}}""";
        foreach (var body in new[] { nested, new string('[', depth), $$"""{"changes":[{"summary":{{new string('[', depth)}}""" })
        {
            await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts", body), HttpStatusCode.BadRequest);
            await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts/sync", body), HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a'b")]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("a\"b")]
    [InlineData("a\u0007b")]
    [InlineData("\u007f")]
    public async Task An_id_with_forbidden_characters_names_nothing(string id)
    {
        var user = await api.RegisterAsync();
        var path = $"api/workouts/{Uri.EscapeDataString(id)}";
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, path), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Put, path, new { startedAt = "2026-03-01T06:30:00Z" }), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Delete, path), HttpStatusCode.NotFound);
        var synced = await user.SyncAsync(new { action = "create", id, startedAt = "2026-03-01T06:30:00Z" });
        Assert.Equal("rejected", synced["results"]![0]!["status"]!.GetValue<string>());
        Assert.Empty((await user.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task An_id_of_600_characters_names_nothing()
    {
        var user = await api.RegisterAsync();
        var path = $"api/workouts/{new string('a', 600)}";
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, path), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Delete, path), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Ids_of_all_scripts_round_trip()
    {
        var user = await api.RegisterAsync();
        foreach (var id in new[] { "påske-tur", "東京-42", "🚴‍♀️", "~tilde", "a|b", "a b", "doc|workouts|x|", "%2e%2e" })
        {
            var answer = await user.SyncAsync(new { action = "create", id, startedAt = "2026-03-01T06:30:00Z", title = id });
            Assert.Equal("applied", answer["results"]![0]!["status"]!.GetValue<string>());
            Assert.Equal(id, (await user.GetAsync($"api/workouts/{Uri.EscapeDataString(id)}"))["title"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("api/workouts?limit=0")]
    [InlineData("api/workouts?limit=1001")]
    [InlineData("api/workouts?limit=-1")]
    [InlineData("api/workouts?limit=ten")]
    [InlineData("api/workouts?limit=1&limit=2")]
    [InlineData("api/workouts?from=yesterday")]
    [InlineData("api/workouts?cursor=%00%ff")]
    [InlineData("api/workouts/changes?since=%27%20or%20PartitionKey%20ne%20%27")]
    [InlineData("api/workouts/changes?limit=0")]
    [InlineData("api/workouts/some-id?measurements=all")]
    public async Task A_bad_query_is_refused(string path)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, path), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_forged_cursor_stays_within_the_callers_own_list()
    {
        var owner = await api.RegisterAsync();
        await owner.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        var stranger = await api.RegisterAsync();
        foreach (var forged in new[] { "day|workouts|", "log|", "' or PartitionKey ne '", "\uffff" })
        {
            var cursor = Convert.ToBase64String(Encoding.UTF8.GetBytes(forged)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            Assert.Empty((await stranger.GetAsync($"api/workouts?cursor={cursor}&sport={Uri.EscapeDataString("' or Tag ne '")}")).AsArray());
        }
    }

    [Fact]
    public async Task A_body_of_50_MB_is_refused_before_it_is_sent()
    {
        var user = await api.RegisterAsync();
        using var content = new LargeContent(50_000_000, chunked: false);
        var response = await user.SendAsync(HttpMethod.Post, "api/workouts/sync", content, ("Expect", "100-continue"));
        await ApiAssert.ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(0, content.Sent);
    }

    [Fact]
    public async Task A_body_that_does_not_tell_its_length_is_refused_when_it_has_passed_the_limit()
    {
        var user = await api.RegisterAsync();
        using var content = new LargeContent(20_000_000, chunked: true);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts/sync", content), HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, "api/workouts")).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused_by_its_type()
    {
        var user = await api.RegisterAsync();
        using var content = new StringContent("startedAt=2026", Encoding.UTF8, "application/x-www-form-urlencoded");
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts", content), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_refused_and_one_with_a_byte_order_mark_is_not()
    {
        var user = await api.RegisterAsync();
        var bytes = Encoding.Latin1.GetBytes("""{"startedAt":"2026-03-01T06:30:00Z","summary":{"a":"é"}}""");
        using var invalid = Json(bytes);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts", invalid), HttpStatusCode.BadRequest);
        using var marked = Json([0xEF, 0xBB, 0xBF, .. """{"startedAt":"2026-03-01T06:30:00Z"}"""u8]);
        Assert.Equal(HttpStatusCode.Created, (await user.SendAsync(HttpMethod.Post, "api/workouts", marked)).StatusCode);
    }

    [Fact]
    public async Task More_changes_than_a_request_may_hold_are_refused_as_a_whole()
    {
        var user = await api.RegisterAsync();
        var changes = Enumerable.Range(0, 501).Select(i => SampleWorkouts.Change("create", SampleWorkouts.Ride($"{i}", i)));
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts/sync", new { changes }), HttpStatusCode.BadRequest);
        Assert.Empty((await user.GetAsync("api/workouts")).AsArray());
    }

    private static ByteArrayContent Json(byte[] bytes) => new(bytes) { Headers = { ContentType = new("application/json") } };
}
