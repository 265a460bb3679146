using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Learning;

[Collection(ApiCollection.Name)]
public sealed class LearningApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_review_schedules_the_card_and_its_repeat_changes_nothing()
    {
        var user = await api.RegisterAsync();
        await PutAsync(user, "api/cards/c-1", new { question = "le chat?", answer = "the cat", tags = new[] { "french" } });
        var review = new { quality = 5, reviewedAt = "2026-01-10T22:30:00Z", reviewId = "r-1" };

        var first = await user.ReadAsync(HttpMethod.Post, "api/cards/c-1/review", review);
        var repeated = await user.ReadAsync(HttpMethod.Post, "api/cards/c-1/review", review);
        var second = await user.ReadAsync(HttpMethod.Post, "api/cards/c-1/review", new { quality = 4, reviewedAt = "2026-01-11T08:00:00Z", reviewId = "r-2" });
        var late = await user.ReadAsync(HttpMethod.Post, "api/cards/c-1/review", review);

        Assert.Equal((2.6, 1, 1), Schedule(first));
        Assert.Equal("2026-01-11T00:00:00.000Z", first["next_review"]!.GetValue<string>());
        Assert.Equal("2026-01-10T22:30:00.000Z", first["last_review"]!.GetValue<string>());
        Assert.Equal("le chat?", first["question"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(first, repeated), repeated.ToJsonString());
        Assert.Equal((2.6, 6, 2), Schedule(second));
        Assert.True(JsonNode.DeepEquals(second, late), late.ToJsonString());
        Assert.True(JsonNode.DeepEquals(second, await user.GetAsync("api/cards/c-1")));
    }

    [Fact]
    public async Task Due_cards_are_those_whose_time_has_come_in_whatever_form_it_is_written()
    {
        var user = await api.RegisterAsync();
        var past = DateTimeOffset.UtcNow.AddDays(-1);
        var future = DateTimeOffset.UtcNow.AddDays(2);
        await PutAsync(user, "api/cards/iso-past", new { next_review = past.ToString("O", CultureInfo.InvariantCulture) });
        await PutAsync(user, "api/cards/iso-future", new { next_review = future.ToString("O", CultureInfo.InvariantCulture) });
        await PutAsync(user, "api/cards/s-past", new { next_review = past.ToUnixTimeSeconds() });
        await PutAsync(user, "api/cards/s-future", new { next_review = future.ToUnixTimeSeconds() });
        await PutAsync(user, "api/cards/ms-past", new { next_review = past.ToUnixTimeMilliseconds() });
        await PutAsync(user, "api/cards/ms-future", new { next_review = future.ToUnixTimeMilliseconds() });
        await PutAsync(user, "api/cards/never", new { question = "?" });

        Assert.Equal(["iso-past", "ms-past", "never", "s-past"], Ids(await user.GetAsync("api/cards?due=now")));
        Assert.Equal(7, Ids(await user.GetAsync($"api/cards?due={future.AddDays(1):yyyy-MM-dd}")).Count);
        Assert.Equal(7, Ids(await user.GetAsync("api/cards")).Count);

        var reviewed = await user.ReadAsync(HttpMethod.Post, "api/cards/s-past/review", new { quality = 3 });
        Assert.Equal(System.Text.Json.JsonValueKind.Number, reviewed["next_review"]!.GetValueKind());
        Assert.DoesNotContain("s-past", Ids(await user.GetAsync("api/cards?due=now")));
    }

    [Fact]
    public async Task A_card_is_replaced_only_on_the_version_that_the_client_names()
    {
        var user = await api.RegisterAsync();
        var made = await PutAsync(user, "api/cards/c", new { question = "1" });
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Put, "api/cards/c", new { question = "2" }, ("If-Match", made))).StatusCode);

        var refused = await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Put, "api/cards/c", new { question = "3" }, ("If-Match", made)), HttpStatusCode.PreconditionFailed);

        Assert.Equal("2", refused["current"]!["data"]!["question"]!.GetValue<string>());
        var found = await user.SendAsync(HttpMethod.Get, "api/cards/c");
        Assert.Equal(
            HttpStatusCode.NotModified,
            (await user.SendAsync(HttpMethod.Get, "api/cards/c", null, ("If-None-Match", found.Headers.ETag!.Tag))).StatusCode);
    }

    [Fact]
    public async Task A_plan_tells_its_progress_chunks_and_recent_sessions()
    {
        var user = await api.RegisterAsync();
        await PutAsync(user, "api/plans/french-b1", new
        {
            title = "French B1",
            total_hours = 5,
            status = "in-progress",
            chunks = new[] { new { id = "chunk-001", title = "Basics", status = "completed" }, new { id = "chunk-002", title = "Verbs", status = (string)null! } },
        });
        var sessions = Enumerable.Range(0, 23).Select(day => new
        {
            action = "create",
            id = $"s-{day:D2}",
            data = new { plan_id = day == 22 ? "other" : "french-b1", chunk_id = day < 2 ? "chunk-001" : "chunk-003", start = $"2026-10-{day + 1:D2}T08:00:00Z", duration_minutes = 6 },
            updated_at = 1_790_000_000,
        });
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Post, "sync", new { sessions }, ("X-Device-ID", "cli"))).StatusCode);

        var plan = await user.GetAsync("api/plans/french-b1");

        Assert.Equal((132.0, 44, 22), (plan["progress"]!["minutes"]!.GetValue<double>(), plan["progress"]!["percent"]!.GetValue<int>(), plan["progress"]!["sessions"]!.GetValue<int>()));
        Assert.Equal(
            [("chunk-001", "completed", 12.0), ("chunk-002", "not-started", 0.0), ("chunk-003", "in-progress", 120.0)],
            plan["chunks"]!.AsArray().Select(chunk => (chunk!["id"]!.GetValue<string>(), chunk["status"]!.GetValue<string>(), chunk["minutes"]!.GetValue<double>())));
        Assert.Equal(["s-21", "s-20"], plan["recent_sessions"]!.AsArray().Take(2).Select(session => session!["id"]!.GetValue<string>()));
        Assert.Equal("French B1", (await user.GetAsync("plans/french-b1"))["title"]!.GetValue<string>());
        Assert.Equal("french-b1", Assert.Single((await user.GetAsync("api/plans?status=in-progress")).AsArray())!["id"]!.GetValue<string>());

        var pages = new[] { await user.GetAsync("api/sessions?plan=french-b1"), await user.GetAsync("api/sessions?plan=french-b1&offset=20"), await user.GetAsync("api/sessions?offset=40") };
        Assert.Equal([20, 2, 0], pages.Select(page => page.AsArray().Count));
        Assert.Equal("s-22", (await user.GetAsync("api/sessions"))[0]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"quality\":6}")]
    [InlineData("{\"quality\":-1}")]
    [InlineData("{\"quality\":\"5\"}")]
    [InlineData("{\"quality\":4,\"reviewedAt\":\"yesterday\"}")]
    public async Task A_review_that_is_none_is_refused(string body)
    {
        var user = await api.RegisterAsync();
        await PutAsync(user, "api/cards/c", new { question = "1" });
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/cards/c/review", body), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_not_there_or_anothers_is_not_found()
    {
        var owner = await api.RegisterAsync();
        await PutAsync(owner, "api/cards/c", new { question = "1" });
        var other = await api.RegisterAsync();
        foreach (var path in new[] { "api/cards/c", "api/plans/none", "plans/none" })
            await ApiAssert.ProblemAsync(await other.SendAsync(HttpMethod.Get, path), HttpStatusCode.NotFound, "not-found");
        await ApiAssert.ProblemAsync(await other.SendAsync(HttpMethod.Post, "api/cards/c/review", new { quality = 3 }), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_encrypted_card_cannot_be_reviewed_here()
    {
        var user = await api.RegisterAsync();
        await PutAsync(user, "api/cards/c", new { enc = "A256GCM", kid = "k", iv = "i", ct = "c" });
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/cards/c/review", new { quality = 3 }), HttpStatusCode.Conflict, "encrypted");
    }

    /// <returns>The ETag.</returns>
    private static async Task<string> PutAsync(ApiUser user, string path, object body)
    {
        var response = await user.SendAsync(HttpMethod.Put, path, body);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return response.Headers.ETag!.Tag;
    }

    private static (double, int, int) Schedule(JsonNode card) =>
        (card["ease_factor"]!.GetValue<double>(), card["interval_days"]!.GetValue<int>(), card["repetitions"]!.GetValue<int>());

    private static List<string> Ids(JsonNode list) => [.. list.AsArray().Select(item => item!["id"]!.GetValue<string>()).Order()];
}
