using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Sharing;

[Collection(ApiCollection.Name)]
public sealed class ShareApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_friend_reads_the_one_workout_that_is_shared_and_no_other()
    {
        var (owner, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        var workout = await owner.CreateWorkoutAsync(SampleWorkouts.Ride("ride-1"));
        var share = await ShareAsync(owner, "workout", workout, "read", new { withUserId = friend.Id });

        Assert.Equal(
            (await owner.GetAsync($"api/workouts/{workout}")).ToJsonString(), (await friend.GetAsync($"api/shared/{share}")).ToJsonString());
        Assert.Null((await friend.GetAsync($"api/shared/{share}?measurements=none"))["measurements"]);
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, $"api/workouts/{workout}"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, $"api/clients/{owner.Id}/workouts"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Put, $"api/shared/{share}", new { title = "Mine" }), HttpStatusCode.NotFound);

        await owner.SendAsync(HttpMethod.Delete, $"api/workouts/{workout}");
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, $"api/shared/{share}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Both_sides_see_it_and_the_receiver_is_told_once()
    {
        var (owner, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        var plan = await PlanAsync(owner);
        var share = await ShareAsync(owner, "plan", plan, "read", new { withUserId = friend.Id });
        Assert.Equal(share, await ShareAsync(owner, "plan", plan, "edit", new { withUserId = friend.Id }));

        var given = Assert.Single((await owner.GetAsync("api/shares"))["given"]!.AsArray())!;
        Assert.Equal($"{share} edit {plan} {friend.Id}", $"{given["id"]} {given["permission"]} {given["itemId"]} {given["withUserId"]}");
        var received = Assert.Single((await friend.GetAsync("api/shares"))["received"]!.AsArray())!;
        Assert.Equal($"{share} edit {owner.Id}", $"{received["id"]} {received["permission"]} {received["ownerId"]}");
        var notice = Assert.Single((await friend.GetAsync("api/notifications")).AsArray())!;
        Assert.Equal(("share", share), ((string)notice["kind"]!, (string)notice["data"]!["shareId"]!));
    }

    [Fact]
    public async Task A_friend_edits_a_plan_and_the_owners_devices_and_history_have_it()
    {
        var (owner, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        var plan = await PlanAsync(owner);
        var share = await ShareAsync(owner, "plan", plan, "edit", new { withUserId = friend.Id });
        var cursor = (string)(await owner.ReadAsync(HttpMethod.Post, "api/sync", new { deviceId = "phone" }))["cursor"]!;
        var read = await friend.SendAsync(HttpMethod.Get, $"api/shared/{share}");
        var tag = read.Headers.ETag!.Tag;

        var put = await friend.SendAsync(HttpMethod.Put, $"api/shared/{share}", new { title = "Theirs" }, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);

        var pulled = await owner.ReadAsync(HttpMethod.Post, "api/sync", new { deviceId = "phone", cursor });
        Assert.Equal("Theirs", (string)Assert.Single(pulled["changes"]!.AsArray())!["data"]!["title"]!);
        var stale = await friend.SendAsync(HttpMethod.Put, $"api/shared/{share}", new { title = "Late" }, ("If-Match", tag));
        var problem = await ApiAssert.ProblemAsync(stale, HttpStatusCode.PreconditionFailed);
        Assert.Contains("Theirs", problem.ToJsonString(), StringComparison.Ordinal);
        var history = (await owner.GetAsync($"api/documents/plans/{plan}/history")).AsArray();
        Assert.Equal(["current", "overwritten"], history.Select(version => (string)version!["fate"]!));

        await owner.SendAsync(HttpMethod.Delete, $"api/documents/plans/{plan}");
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Put, $"api/shared/{share}", new { title = "Back" }), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_received_is_a_page_and_a_link_to_the_next_and_what_was_given_is_with_the_first()
    {
        var (owner, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        await ShareAsync(friend, "plan", await PlanAsync(friend), "read", new { withUserId = owner.Id });
        string[] plans = ["base", "build", "peak"];
        foreach (var plan in plans)
        {
            await owner.ReadAsync(HttpMethod.Put, $"api/plans/{plan}", new { title = plan });
            await ShareAsync(owner, "plan", plan, "read", new { withUserId = friend.Id });
        }

        var first = await friend.SendAsync(HttpMethod.Get, "api/shares?limit=2");
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        var second = await friend.SendAsync(HttpMethod.Get, next.TrimStart('/'));

        Assert.Equal([1, 2], await CountAsync(first));
        Assert.Equal([0, 1], await CountAsync(second));
        Assert.False(second.Headers.Contains("Link"));
        Assert.False((await friend.SendAsync(HttpMethod.Get, "api/shares")).Headers.Contains("Link"));
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, "api/shares?limit=0"), HttpStatusCode.BadRequest);
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, "api/shares?cursor=!"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Either_side_ends_it_at_once()
    {
        var (owner, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        var plan = await PlanAsync(owner);
        foreach (var ender in (ApiUser[])[owner, friend])
        {
            var share = await ShareAsync(owner, "plan", plan, "edit", new { withUserId = friend.Id });
            await friend.GetAsync($"api/shared/{share}");
            var stranger = await api.RegisterAsync();
            await ApiAssert.ProblemAsync(await stranger.SendAsync(HttpMethod.Delete, $"api/shares/{share}"), HttpStatusCode.NotFound);

            Assert.Equal(HttpStatusCode.NoContent, (await ender.SendAsync(HttpMethod.Delete, $"api/shares/{share}")).StatusCode);

            await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, $"api/shared/{share}"), HttpStatusCode.NotFound);
            await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Put, $"api/shared/{share}", new { title = "x" }), HttpStatusCode.NotFound);
            Assert.Empty((await owner.GetAsync("api/shares"))["given"]!.AsArray());
            Assert.Empty((await friend.GetAsync("api/shares"))["received"]!.AsArray());
            await ApiAssert.ProblemAsync(await ender.SendAsync(HttpMethod.Delete, $"api/shares/{share}"), HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task By_address_it_answers_the_same_for_everybody_and_is_good_for_who_reads_its_mail()
    {
        var (owner, known, email) = (await api.RegisterAsync(), await api.RegisterAsync(), $"{Guid.NewGuid():N}@example.com");
        var plan = await PlanAsync(owner);
        string[] members = ["createdAt", "id", "itemId", "kind", "permission", "withEmail"];
        foreach (var address in (string[])[known.Email, email])
        {
            var body = Body("plan", plan, "read", new { withEmail = address });
            var share = await owner.ReadAsync(HttpMethod.Post, "api/shares", body, HttpStatusCode.Created);
            Assert.Equal(members, share.AsObject().Select(member => member.Key).Order());
        }

        // The address is registered, and nobody has shown to read its mail.
        Assert.Empty((await known.GetAsync("api/shares"))["received"]!.AsArray());
        Assert.Empty((await known.GetAsync("api/notifications")).AsArray());
        var reader = await SignInByLinkAsync(email);
        var received = Assert.Single((await reader.GetAsync("api/shares"))["received"]!.AsArray())!;
        Assert.Contains("Base", (await reader.GetAsync($"api/shared/{received["id"]}")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_shows_to_own_an_address_ends_what_a_squatter_shared()
    {
        var (squatter, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        var share = await ShareAsync(squatter, "plan", await PlanAsync(squatter), "read", new { withUserId = friend.Id });

        var owner = await SignInByLinkAsync(squatter.Email);

        Assert.Empty((await owner.GetAsync("api/shares"))["given"]!.AsArray());
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, $"api/shared/{share}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_encrypted_is_not_shared_and_no_edit_encrypts()
    {
        var (owner, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        var plan = await PlanAsync(owner);
        var share = await ShareAsync(owner, "plan", plan, "edit", new { withUserId = friend.Id });
        var ciphertext = new { enc = "A256GCM", kid = "k", iv = "aXY", ct = "Y3Q" };
        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Put, $"api/shared/{share}", ciphertext), HttpStatusCode.Conflict, "encrypted");

        await owner.ReadAsync(HttpMethod.Put, $"api/plans/{plan}", ciphertext);

        await ApiAssert.ProblemAsync(await friend.SendAsync(HttpMethod.Get, $"api/shared/{share}"), HttpStatusCode.Conflict, "encrypted");
        await ApiAssert.ProblemAsync(
            await friend.SendAsync(HttpMethod.Put, $"api/shared/{share}", new { title = "x" }), HttpStatusCode.Conflict, "encrypted");
        var again = Body("plan", plan, "read", new { withUserId = friend.Id });
        await ApiAssert.ProblemAsync(await owner.SendAsync(HttpMethod.Post, "api/shares", again), HttpStatusCode.Conflict, "encrypted");
    }

    [Fact]
    public async Task Both_sides_have_it_in_their_trails_and_neither_is_named()
    {
        var (owner, friend) = (await api.RegisterAsync(), await api.RegisterAsync());
        var share = await ShareAsync(owner, "plan", await PlanAsync(owner), "edit", new { withUserId = friend.Id });
        await friend.GetAsync($"api/shared/{share}");
        await friend.ReadAsync(HttpMethod.Put, $"api/shared/{share}", new { title = "Theirs" });
        await owner.SendAsync(HttpMethod.Delete, $"api/shares/{share}");

        string[] expected =
            [$"share-ended {share}", $"share-used {share}: edit a plan", $"share-used {share}: read a plan", $"share-given {share}: edit a plan"];
        Assert.Equal(["user", "receiver", "receiver", "user"], await TrailAsync(owner, expected));
        Assert.Equal(["owner", "user", "user", "owner"], await TrailAsync(friend, expected));
    }

    [Theory]
    [InlineData("""{"itemId":"p","withEmail":"a@example.com","permission":"read"}""", "kind")]
    [InlineData("""{"kind":"goal","itemId":"p","withEmail":"a@example.com","permission":"read"}""", "kind")]
    [InlineData("""{"kind":"plan","withEmail":"a@example.com","permission":"read"}""", "itemId")]
    [InlineData("""{"kind":"plan","itemId":"p","permission":"read"}""", "withEmail")]
    [InlineData("""{"kind":"plan","itemId":"p","withUserId":"7","permission":"read"}""", "withUserId")]
    [InlineData("""{"kind":"plan","itemId":"p","withEmail":"a@example.com","permission":"own"}""", "permission")]
    [InlineData("""{"kind":"workout","itemId":"w","withEmail":"a@example.com","permission":"edit"}""", "permission")]
    [InlineData("""{"kind":"plan","itemId":"p","withEmail":"a@example.com","permission":"read","expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task A_share_that_is_not_valid_is_refused(string body, string member)
    {
        var problem = await ApiAssert.ProblemAsync(
            await (await api.RegisterAsync()).SendAsync(HttpMethod.Post, "api/shares", body), HttpStatusCode.BadRequest, "invalid");
        Assert.NotNull(problem["errors"]![member]);
    }

    [Fact]
    public async Task What_somebody_does_not_have_they_do_not_share()
    {
        var (owner, other) = (await api.RegisterAsync(), await api.RegisterAsync());
        var workout = await other.CreateWorkoutAsync(SampleWorkouts.Ride("ride-1"));
        foreach (var (kind, id) in new[] { ("workout", workout), ("workout", "none"), ("plan", "none") })
        {
            var body = Body(kind, id, "read", new { withUserId = other.Id });
            await ApiAssert.ProblemAsync(await owner.SendAsync(HttpMethod.Post, "api/shares", body), HttpStatusCode.NotFound, "not-found");
        }
    }

    /// <returns>How many were given, and received.</returns>
    private static async Task<IEnumerable<int>> CountAsync(HttpResponseMessage answer)
    {
        var shares = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        return [shares["given"]!.AsArray().Count, shares["received"]!.AsArray().Count];
    }

    /// <returns>Who did what is expected, in that order.</returns>
    private static async Task<IEnumerable<string>> TrailAsync(ApiUser user, IReadOnlyList<string> expected)
    {
        var trail = (await user.GetAsync("api/account/audit")).AsArray();
        var entries = trail.Where(entry => $"{entry!["action"]}".StartsWith("share-", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, entries.Select(entry => $"{entry!["action"]} {entry["details"]}"));
        return entries.Select(entry => (string)entry!["by"]!);
    }

    private static async Task<string> PlanAsync(ApiUser owner)
    {
        await owner.ReadAsync(HttpMethod.Put, "api/plans/base", new { title = "Base" });
        return "base";
    }

    private static async Task<string> ShareAsync(ApiUser owner, string kind, string itemId, string permission, object receiver) =>
        (string)(await owner.ReadAsync(HttpMethod.Post, "api/shares", Body(kind, itemId, permission, receiver), HttpStatusCode.Created))["id"]!;

    private static JsonObject Body(string kind, string itemId, string permission, object receiver)
    {
        var body = JsonSerializer.SerializeToNode(receiver)!.AsObject();
        (body["kind"], body["itemId"], body["permission"]) = (kind, itemId, permission);
        return body;
    }

    private async Task<ApiUser> SignInByLinkAsync(string email)
    {
        await api.Http.PostAsJsonAsync("auth/magic-link", new { email });
        var answer = await api.Http.PostAsJsonAsync("auth/verify", new { token = await Letters.TokenAsync(api.Http, email) });
        return new ApiUser(api.Http, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
    }
}
