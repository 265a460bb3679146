using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class ProfileApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_new_account_has_the_settings_that_it_has_by_default()
    {
        var me = await (await api.RegisterAsync()).GetAsync("auth/me");
        Assert.Equal("UTC", me["timeZone"]!.GetValue<string>());
        Assert.Equal(
            """
            {"briefings":{"daily":true,"weekdayPlan":true,"eveningReview":true,"weeklyReport":true,"weeklyInsights":true,"monthlyReport":true,"hour":7,"email":false},"privacy":{"shareWorkouts":true,"shareStatistics":true,"shareDocuments":true,"personalCoach":true,"analytics":true},"personality":"supportive","voice":"neutral","weekStart":"monday","units":"metric"}
            """,
            me["settings"]!.ToJsonString());
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_keeps_the_rest_also_the_clients_own()
    {
        var user = await api.RegisterAsync();
        await PatchAsync(user, """{"name":"Zoë","timeZone":"Asia/Kathmandu","settings":{"theme":{"dark":true,"accent":"teal"},"units":"imperial"}}""");

        var me = await PatchAsync(user, """{"settings":{"briefings":{"hour":6,"email":true},"theme":{"accent":null}}}""");

        Assert.Equal(me.ToJsonString(), (await user.GetAsync("auth/me")).ToJsonString());
        Assert.Equal(("Zoë", "Asia/Kathmandu"), (me["name"]!.GetValue<string>(), me["timeZone"]!.GetValue<string>()));
        var settings = me["settings"]!;
        Assert.Equal("""{"dark":true}""", settings["theme"]!.ToJsonString());
        Assert.Equal("imperial", settings["units"]!.GetValue<string>());
        Assert.Equal((6, true, true), (settings["briefings"]!["hour"]!.GetValue<int>(), settings["briefings"]!["email"]!.GetValue<bool>(), settings["briefings"]!["daily"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task What_is_patched_with_null_is_as_it_was_at_first()
    {
        var user = await api.RegisterAsync();
        await PatchAsync(user, """{"name":"Zoë","timeZone":"Europe/Berlin","settings":{"voice":"calm"}}""");
        var me = await PatchAsync(user, """{"name":null,"timeZone":null,"settings":null}""");
        Assert.Null(me["name"]);
        Assert.Equal("UTC", me["timeZone"]!.GetValue<string>());
        Assert.Equal("neutral", me["settings"]!["voice"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_the_server_owns_is_not_taken()
    {
        var user = await api.RegisterAsync();
        var before = await user.GetAsync("auth/me");
        var after = await PatchAsync(user, """
            {"id":"x","email":"x@example.com","roles":["admin"],"tier":"pro","createdAt":"2000-01-01T00:00:00Z","passwordHash":"x","eTag":"x","userId":"x"}
            """);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Theory]
    [InlineData("""{"timeZone":"Mars/Olympus"}""", "timeZone")]
    [InlineData("""{"timeZone":"../../etc/passwd"}""", "timeZone")]
    [InlineData("""{"timeZone":7}""", "timeZone")]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":["a"]}""", "name")]
    [InlineData("""{"settings":[]}""", "settings")]
    [InlineData("""{"settings":{"briefings":true}}""", "settings.briefings")]
    [InlineData("""{"settings":{"briefings":{"daily":"yes"}}}""", "settings.briefings.daily")]
    [InlineData("""{"settings":{"briefings":{"hour":24}}}""", "settings.briefings.hour")]
    [InlineData("""{"settings":{"briefings":{"hour":6.5}}}""", "settings.briefings.hour")]
    [InlineData("""{"settings":{"personality":"mean"}}""", "settings.personality")]
    [InlineData("""{"settings":{"voice":1}}""", "settings.voice")]
    [InlineData("""{"settings":{"weekStart":"friday"}}""", "settings.weekStart")]
    [InlineData("""{"settings":{"units":"stone"}}""", "settings.units")]
    public async Task What_is_not_valid_is_named_and_nothing_is_changed(string patch, string member)
    {
        var user = await api.RegisterAsync();
        var before = await user.GetAsync("auth/me");
        var problem = await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Patch, "auth/me", patch), HttpStatusCode.BadRequest, "invalid");
        Assert.NotNull(problem["errors"]![member]);
        Assert.Equal(before.ToJsonString(), (await user.GetAsync("auth/me")).ToJsonString());
    }

    [Theory]
    [InlineData("""{"settings":{"own":"\ud800"}}""")]
    [InlineData("""{"settings":{"own":1,"own":2}}""")]
    [InlineData("""{"settings":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""")]
    [InlineData("[]")]
    public async Task What_is_no_patch_is_malformed(string patch) => await ApiAssert.ProblemAsync(
        await (await api.RegisterAsync()).SendAsync(HttpMethod.Patch, "auth/me", patch), HttpStatusCode.BadRequest, "malformed");

    [Fact]
    public async Task Settings_of_ones_own_have_a_limit_all_together()
    {
        var user = await api.RegisterAsync();
        await PatchAsync(user, $$$"""{"settings":{"a":"{{{new string('x', 5_000)}}}"}}""");
        var problem = await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Patch, "auth/me", $$$"""{"settings":{"b":"{{{new string('x', 5_000)}}}"}}"""), HttpStatusCode.BadRequest, "invalid");
        Assert.NotNull(problem["errors"]!["settings"]);
    }

    [Fact]
    public async Task A_patch_of_what_has_changed_meanwhile_is_refused_with_what_there_is()
    {
        var user = await api.RegisterAsync();
        var read = (await user.SendAsync(HttpMethod.Get, "auth/me")).Headers.ETag!.ToString();
        var changed = await user.SendAsync(HttpMethod.Patch, "auth/me", """{"name":"Ada"}""", ("If-Match", read));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        var late = await user.SendAsync(HttpMethod.Patch, "auth/me", """{"name":"Eve"}""", ("If-Match", read));

        var problem = await ApiAssert.ProblemAsync(late, HttpStatusCode.PreconditionFailed, "precondition-failed");
        Assert.Equal("Ada", problem["current"]!["name"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, "auth/me", """{"name":"Eve"}""", ("If-Match", changed.Headers.ETag!.ToString()))).StatusCode);
    }

    [Fact]
    public async Task Patches_at_the_same_time_are_all_there_in_the_end()
    {
        var user = await api.RegisterAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PatchAsync(user, $$$"""{"settings":{"own{{{i}}}":{{{i}}} }}""")));
        var settings = (await user.GetAsync("auth/me"))["settings"]!;
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(i, settings[$"own{i}"]!.GetValue<int>()));
    }

    private static async Task<JsonNode> PatchAsync(ApiUser user, string patch) => await user.ReadAsync(HttpMethod.Patch, "auth/me", patch);
}
