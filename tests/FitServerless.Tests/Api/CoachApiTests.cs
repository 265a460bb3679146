using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

/// <summary>The coach's routes without a model: the rules answer everything.</summary>
[Collection(ApiCollection.Name)]
public sealed class CoachApiTests(ApiFixture api)
{
    [Fact]
    public async Task Meals_are_suggested_from_goals_and_restrictions()
    {
        var user = await api.RegisterAsync();
        var answer = await user.ReadAsync(HttpMethod.Post, "api/ai/suggest-meal", new { goals = "weight loss", restrictions = "vegetarian" });
        Assert.Equal(3, answer["meals"]!.AsArray().Count);
        Assert.False(answer["aiPowered"]!.GetValue<bool>());
        Assert.True(answer.AsObject().ContainsKey("model"));
        Assert.Null(answer["model"]);
        Assert.NotEmpty(answer["meals"]![0]!["ingredients"]!.AsArray());
    }

    [Fact]
    public async Task A_workout_is_suggested_from_level_goals_and_equipment()
    {
        var user = await api.RegisterAsync();
        var answer = await user.ReadAsync(
            HttpMethod.Post, "api/ai/suggest-workout", new { fitnessLevel = "beginner", goals = "strength", equipment = new[] { "dumbbells" }, minutes = 30 });
        var exercise = answer["exercises"]![0]!;
        Assert.All((string[])["name", "exerciseId", "sets", "reps", "restSeconds"], member => Assert.NotNull(exercise[member]));
        Assert.False(answer["aiPowered"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("api/ai/suggest-meal", """{"meals":99}""", 400, "invalid")]
    [InlineData("api/ai/suggest-meal", """{"profile":{"age":16}}""", 422, "see-a-professional")]
    [InlineData("api/ai/suggest-workout", """{"minutes":1}""", 400, "invalid")]
    [InlineData("api/ai/suggest-workout", """{"goals":"train with chest pain"}""", 422, "see-a-professional")]
    [InlineData("event", """{"event":"sing"}""", 400, "invalid")]
    [InlineData("event", "[]", 400, "malformed")]
    [InlineData("api/coach/conversations", """{"personality":"mean"}""", 400, "invalid")]
    public async Task What_cannot_be_answered_is_a_problem(string path, string body, int status, string type)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, path, body), (HttpStatusCode)status, type);
    }

    [Fact]
    public async Task An_event_is_answered_in_snake_case_under_the_callers_own_id()
    {
        var user = await api.RegisterAsync();
        var answer = await user.ReadAsync(HttpMethod.Post, "event", new
        {
            @event = "skip_set",
            user_id = "test123",
            context = new { set_number = 2 },
            user_data = new { fitness_level = "intermediate", goals = new[] { "strength" } },
        });
        Assert.Equal(["success", "tweak", "user_id", "event", "ai_powered"], answer.AsObject().Select(member => member.Key));
        Assert.Equal(["action", "reason", "modifications"], answer["tweak"]!.AsObject().Select(member => member.Key));
        Assert.Equal(user.Id, answer["user_id"]!.GetValue<string>());
        Assert.Equal("reduce_volume", answer["tweak"]!["action"]!.GetValue<string>());
    }

    [Fact]
    public async Task Photos_need_a_model()
    {
        var user = await api.RegisterAsync();
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];
        var response = await user.SendAsync(HttpMethod.Post, "api/ai/analyze-photo", new ByteArrayContent(gif));
        await ApiAssert.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "ai-unavailable");
    }

    [Fact]
    public async Task A_conversation_is_had_listed_read_and_erased()
    {
        var user = await api.RegisterAsync();
        await user.CreateWorkoutAsync(new { startedAt = DateTimeOffset.UtcNow.AddDays(-1), title = "Hill repeats", durationSeconds = 3600 });
        var started = await user.ReadAsync(
            HttpMethod.Post, "api/coach/conversations", new { personality = "tough_love", voice = "calm" }, HttpStatusCode.Created);
        var path = $"api/coach/conversations/{started["id"]!.GetValue<string>()}";
        var turn = await user.ReadAsync(HttpMethod.Post, $"{path}/messages", new { id = "m1", text = "What next?" });
        Assert.Contains("Hill repeats", turn["reply"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(turn["aiPowered"]!.GetValue<bool>());
        var again = await user.ReadAsync(HttpMethod.Post, $"{path}/messages", new { id = "m1", text = "What next?" });
        Assert.True(JsonNode.DeepEquals(turn, again));

        var found = await user.GetAsync(path);
        Assert.Equal(("tough_love", "calm"), (found["conversation"]!["personality"]!.GetValue<string>(), found["conversation"]!["voice"]!.GetValue<string>()));
        Assert.True(JsonNode.DeepEquals(turn, Assert.Single(found["turns"]!.AsArray())));
        Assert.Single((await user.GetAsync("api/coach/conversations")).AsArray());

        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, path)).StatusCode);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, path), HttpStatusCode.NotFound, "not-found");
        Assert.Empty((await user.GetAsync("api/coach/conversations")).AsArray());
    }

    [Fact]
    public async Task Without_a_model_a_stream_is_the_rules_reply()
    {
        var user = await api.RegisterAsync();
        var id = (await user.ReadAsync(HttpMethod.Post, "api/coach/conversations", new { }, HttpStatusCode.Created))["id"]!.GetValue<string>();
        var response = await user.SendAsync(
            HttpMethod.Post, $"api/coach/conversations/{id}/messages", new { text = "hello" }, ("Accept", "text/event-stream"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("event: text\ndata: {\"text\":", text, StringComparison.Ordinal);
        Assert.Contains("event: turn\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anothers_conversation_is_as_if_there_were_none()
    {
        var (ada, eve) = (await api.RegisterAsync(), await api.RegisterAsync());
        var id = (await ada.ReadAsync(HttpMethod.Post, "api/coach/conversations", new { }, HttpStatusCode.Created))["id"]!.GetValue<string>();
        foreach (var (method, path, body) in ((HttpMethod, string, object?)[])
            [(HttpMethod.Get, "", null), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/messages", new { text = "hello" })])
            await ApiAssert.ProblemAsync(await eve.SendAsync(method, $"api/coach/conversations/{id}{path}", body), HttpStatusCode.NotFound, "not-found");
        Assert.NotNull(await ada.GetAsync($"api/coach/conversations/{id}"));
    }
}
