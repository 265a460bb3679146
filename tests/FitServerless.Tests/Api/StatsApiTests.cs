using System.Net;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class StatsApiTests(ApiFixture api)
{
    [Fact]
    public async Task Statistics_tell_of_all_workouts_and_of_nobody_elses()
    {
        var user = await api.RegisterAsync();
        await user.CreateWorkoutAsync(SampleWorkouts.Ride("a", measurements: SampleWorkouts.Measurements(1500)));
        await user.CreateWorkoutAsync(SampleWorkouts.Ride("b", day: 1));
        var stats = await user.GetAsync("api/stats");

        Assert.Equal("UTC", (string?)stats["timeZone"]);
        Assert.Equal((2, 7200), ((int)stats["totals"]!["count"]!, (int)stats["totals"]!["seconds"]!));
        Assert.Equal(2, (int)stats["streak"]!["longest"]!);
        Assert.Equal("Biking", (string?)stats["sports"]![0]!["sport"]);
        Assert.Equal(0, (int)(await (await api.RegisterAsync()).GetAsync("api/stats"))["totals"]!["count"]!);
    }

    [Fact]
    public async Task A_range_of_days_tells_of_these()
    {
        var user = await api.RegisterAsync();
        for (var day = 0; day < 5; day++)
            await user.CreateWorkoutAsync(SampleWorkouts.Ride($"{day}", day));
        var stats = await user.GetAsync("api/stats?from=2026-03-02&to=2026-03-04");

        Assert.Equal(3, (int)stats["totals"]!["count"]!);
        Assert.Equal(["2026-03-02", "2026-03-03", "2026-03-04"], stats["calendar"]!.AsArray().Select(day => (string?)day!["date"]));
        Assert.Equal("2026-W10", (string?)stats["weeks"]![0]!["week"]);
        Assert.Equal(5, (int)stats["streak"]!["longest"]!);
    }

    [Fact]
    public async Task Who_has_them_is_told_so_until_something_is_written()
    {
        var user = await api.RegisterAsync();
        await user.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        var tag = (await user.SendAsync(HttpMethod.Get, "api/stats")).Headers.ETag!.Tag;

        var known = await user.SendAsync(HttpMethod.Get, "api/stats", null, ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, tag), (known.StatusCode, known.Headers.ETag!.Tag));
        await user.CreateWorkoutAsync(SampleWorkouts.Ride("b"));
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, "api/stats", null, ("If-None-Match", tag))).StatusCode);
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("from=2026-02-30")]
    [InlineData("from=2026-03-02&to=2026-03-01")]
    [InlineData("from=1990-01-01&to=2026-03-01")]
    [InlineData("to=9999-12-31")]
    [InlineData("to=2026-03-01&to=2026-03-02")]
    public async Task A_range_that_is_none_is_refused(string query) =>
        await ApiAssert.ProblemAsync(await (await api.RegisterAsync()).SendAsync(HttpMethod.Get, $"api/stats?{query}"), HttpStatusCode.BadRequest, "invalid");

    [Fact]
    public async Task Summaries_full_of_nonsense_harm_nothing()
    {
        var user = await api.RegisterAsync();
        await user.CreateWorkoutAsync("""{"startedAt":"1970-01-01T00:00:00Z","summary":{"distance":1e308,"load":1e308,"calories":"x","sets":[1]}}""");
        await user.CreateWorkoutAsync("""{"startedAt":"2099-12-31T23:59:59Z","summary":{"distance":1e308,"load":-1,"bestPower":null}}""");
        Assert.Equal(2, (int)(await user.GetAsync("api/stats"))["totals"]!["count"]!);
    }
}
