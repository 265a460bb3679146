using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class EventApiTests(ApiFixture api)
{
    private static string Range => string.Create(
        CultureInfo.InvariantCulture, $"from={DateTime.UtcNow.AddDays(-6):yyyy-MM-dd}T00:00:00Z&to={DateTime.UtcNow.AddDays(1):yyyy-MM-dd}T00:00:00Z");

    [Fact]
    public async Task Events_are_counted_summed_and_averaged_and_a_repeat_changes_nothing()
    {
        var user = await api.RegisterAsync();
        object[] events =
        [
            One("a", "ride", value: 10), One("b", "ride", value: 20), One("c", "ride"), One("d", "run", value: 1),
            One("e", "ride", value: 30, at: DateTimeOffset.UtcNow.AddDays(-2)),
        ];
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(user, events)).StatusCode);

        var summary = await user.GetAsync($"api/events/summary?{Range}&type=ride");

        Assert.Equal("""{"count":4,"valued":3,"sum":60,"min":10,"max":30,"avg":20}""", summary["total"]!.ToJsonString());
        Assert.Equal([1, 3], summary["days"]!.AsArray().Select(day => (int)day!["total"]!["count"]!));
        Assert.Equal(5, (int)(await user.GetAsync($"api/events/summary?{Range}"))["total"]!["count"]!);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_whole_and_named()
    {
        var user = await api.RegisterAsync();

        var problem = await ApiAssert.ProblemAsync(await PostAsync(user, One("a", "ride"), One("b", "RIDE")), HttpStatusCode.BadRequest, "invalid");

        Assert.Equal(["events[1].type"], problem["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal(0, (int)(await user.GetAsync($"api/events/summary?{Range}"))["total"]!["count"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("from=2026-01-01T00:00:00Z")]
    [InlineData("from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")]
    [InlineData("from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z")]
    [InlineData("from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&type=x'%20or%20'1'%20eq%20'1")]
    public async Task A_question_that_is_none_is_refused(string query) => await ApiAssert.ProblemAsync(
        await (await api.RegisterAsync()).SendAsync(HttpMethod.Get, $"api/events/summary?{query}"), HttpStatusCode.BadRequest, "invalid");

    [Fact]
    public async Task A_trainer_sees_them_by_a_grant_and_nobody_else_does()
    {
        var (client, trainer) = (await api.RegisterAsync(), await api.RegisterAsync());
        await PostAsync(client, One("a", "ride", trainer.Id));
        var path = $"api/clients/{client.Id}/events/summary?{Range}";
        await ApiAssert.ProblemAsync(await trainer.SendAsync(HttpMethod.Get, path), HttpStatusCode.NotFound, "not-found");
        Assert.Equal(0, Count(await trainer.GetAsync($"api/trainer/events/summary?{Range}")));

        await client.ReadAsync(HttpMethod.Post, "api/grants", new { trainerId = trainer.Id, scopes = new[] { "read" } }, HttpStatusCode.Created);

        Assert.Equal(1, Count(await trainer.GetAsync(path)));
        Assert.Equal(1, Count(await trainer.GetAsync($"api/trainer/events/summary?{Range}")));
        await ApiAssert.ProblemAsync(
            await trainer.SendAsync(HttpMethod.Get, $"api/admin/events/summary?{Range}&type=ride"), HttpStatusCode.Forbidden, "forbidden");
    }

    private static int Count(JsonNode summary) => (int)summary["total"]!["count"]!;

    private static object One(string id, string type, string? trainerId = null, double? value = null, DateTimeOffset? at = null) =>
        new { id, type, at = at ?? DateTimeOffset.UtcNow, trainerId, value, data = new { app = "test" } };

    private static Task<HttpResponseMessage> PostAsync(ApiUser user, params object[] events) =>
        user.SendAsync(HttpMethod.Post, "api/events", new { events });
}
