using System.Net;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class GrantApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_trainer_reads_what_the_client_grants()
    {
        var (client, trainer) = (await api.RegisterAsync(), await api.RegisterAsync());
        var workout = await client.CreateWorkoutAsync(SampleWorkouts.Ride("ride-1"));
        await GiveAsync(client, trainer, "read");

        var listed = Assert.Single((await trainer.GetAsync("api/clients")).AsArray())!;
        Assert.Equal(client.Id, listed["userId"]!.GetValue<string>());
        Assert.Equal(
            (await client.GetAsync("api/workouts")).ToJsonString(), (await trainer.GetAsync($"api/clients/{client.Id}/workouts")).ToJsonString());
        Assert.Equal(
            (await client.GetAsync($"api/workouts/{workout}")).ToJsonString(),
            (await trainer.GetAsync($"api/clients/{client.Id}/workouts/{workout}")).ToJsonString());
        Assert.Equal((await client.GetAsync("api/stats")).ToJsonString(), (await trainer.GetAsync($"api/clients/{client.Id}/stats")).ToJsonString());
        Assert.Empty((await trainer.GetAsync($"api/clients/{client.Id}/documents/plans")).AsArray());
    }

    [Fact]
    public async Task Without_a_grant_a_client_is_not_there()
    {
        var (client, trainer) = (await api.RegisterAsync(), await api.RegisterAsync());
        var workout = await client.CreateWorkoutAsync(SampleWorkouts.Ride("ride-1"));
        await GiveAsync(client, trainer, "write");
        var stranger = await api.RegisterAsync();
        string[] paths = ["workouts", $"workouts/{workout}", "stats", "documents/plans", $"documents/plans/{workout}"];

        foreach (var path in paths)
        {
            var texts = new List<string>();
            foreach (var (who, whose) in new[] { (stranger, client.Id), (trainer, client.Id), (stranger, Guid.NewGuid().ToString()), (stranger, "no-id") })
            {
                var problem = await ApiAssert.ProblemAsync(
                    await who.SendAsync(HttpMethod.Get, $"api/clients/{whose}/{path}"), HttpStatusCode.NotFound, "not-found");
                problem.AsObject().Remove("traceId");
                texts.Add(problem.ToJsonString());
            }

            Assert.Single(texts.Distinct());
        }
    }

    [Fact]
    public async Task What_the_client_does_not_share_is_not_there_for_any_trainer()
    {
        var (client, trainer) = (await api.RegisterAsync(), await api.RegisterAsync());
        await GiveAsync(client, trainer, "read");
        await client.ReadAsync(HttpMethod.Patch, "auth/me", new { settings = new { privacy = new { shareWorkouts = false } } });

        await ApiAssert.ProblemAsync(
            await trainer.SendAsync(HttpMethod.Get, $"api/clients/{client.Id}/workouts"), HttpStatusCode.NotFound, "not-found");
        await trainer.GetAsync($"api/clients/{client.Id}/stats");

        await client.ReadAsync(HttpMethod.Patch, "auth/me", new { settings = new { privacy = new { shareWorkouts = true } } });
        Assert.Empty((await trainer.GetAsync($"api/clients/{client.Id}/workouts")).AsArray());
    }

    [Fact]
    public async Task A_trainer_puts_a_plan_where_the_grant_says_so()
    {
        var (client, trainer) = (await api.RegisterAsync(), await api.RegisterAsync());
        var path = $"api/clients/{client.Id}/documents/plans/p1";
        var plan = new { id = "p1", title = "Base", updated_at = "2026-01-01T00:00:00Z" };
        await GiveAsync(client, trainer, "read");
        await ApiAssert.ProblemAsync(await trainer.SendAsync(HttpMethod.Put, path, plan), HttpStatusCode.NotFound, "not-found");

        await GiveAsync(client, trainer, "read", "write");

        Assert.Equal(HttpStatusCode.OK, (await trainer.SendAsync(HttpMethod.Put, path, plan)).StatusCode);
        Assert.Contains("Base", (await client.GetAsync("api/documents/plans/p1")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_is_taken_back_and_given_back()
    {
        var (client, trainer) = (await api.RegisterAsync(), await api.RegisterAsync());
        var id = await GiveAsync(client, trainer, "read");
        Assert.Empty((await trainer.GetAsync($"api/clients/{client.Id}/workouts")).AsArray());
        Assert.Equal(id, Assert.Single((await client.GetAsync("api/grants")).AsArray())!["id"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(HttpMethod.Delete, $"api/grants/{id}")).StatusCode);
        await ApiAssert.ProblemAsync(await client.SendAsync(HttpMethod.Delete, $"api/grants/{id}"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await trainer.SendAsync(HttpMethod.Get, $"api/clients/{client.Id}/workouts"), HttpStatusCode.NotFound);

        await GiveAsync(client, trainer, "read");
        Assert.Equal(HttpStatusCode.NoContent, (await trainer.SendAsync(HttpMethod.Delete, $"api/clients/{client.Id}")).StatusCode);
        Assert.Empty((await client.GetAsync("api/grants")).AsArray());
    }

    [Fact]
    public async Task A_grant_by_address_answers_the_same_for_everybody()
    {
        var (client, known) = (await api.RegisterAsync(), await api.RegisterAsync());
        foreach (var email in new[] { known.Email, $"{Guid.NewGuid():N}@example.com" })
        {
            var grant = await client.ReadAsync(HttpMethod.Post, "api/grants", new { trainerEmail = email, scopes = new[] { "read" } }, HttpStatusCode.Created);
            Assert.Equal(["createdAt", "id", "scopes", "trainerEmail"], grant.AsObject().Select(member => member.Key).Order());
        }

        Assert.Empty((await known.GetAsync("api/clients")).AsArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"trainerId":"7","scopes":["read"]}""")]
    [InlineData("""{"trainerEmail":"a@example.com","scopes":["everything"]}""")]
    [InlineData("""{"trainerEmail":"a@example.com","scopes":["read"],"expiresAt":"2020-01-01T00:00:00Z"}""")]
    public async Task A_grant_that_is_not_valid_is_refused(string body)
    {
        var client = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await client.SendAsync(HttpMethod.Post, "api/grants", body), HttpStatusCode.BadRequest, "invalid");
    }

    private static async Task<string> GiveAsync(ApiUser client, ApiUser trainer, params string[] scopes)
    {
        var grant = await client.ReadAsync(HttpMethod.Post, "api/grants", new { trainerId = trainer.Id, scopes }, HttpStatusCode.Created);
        return grant["id"]!.GetValue<string>();
    }
}
