using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FitServerless.Tests.Coach.Model;

namespace FitServerless.Tests.Api;

/// <summary>The coach's routes with a model to ask.</summary>
public sealed class CoachModelApiTests(CoachApiFixture api) : IClassFixture<CoachApiFixture>
{
    private const string Tweak = """{"action":"reduce_load","reason":"That set was hard.","modifications":{"sets":null,"reps":-1,"rest_time":30,"weight_percent":-5}}""";

    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 10, .. "Exif\0\0\x01\x02"u8, 0xFF, 0xDB, 0, 3, 0, 0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0xD9,
    ];

    [Fact]
    public async Task A_pro_gets_a_models_tweak_under_their_own_id_and_the_next_one_who_asks_the_kept_one()
    {
        api.Model.Then(FakeOpenAI.Says(Tweak));
        var user = await api.RegisterAsync();
        var body = new { @event = "struggle_set", user_id = "somebody else", context = new { planned_reps = 10, weight = 40 }, user_data = new { goals = new[] { "strength" } } };
        var asked = api.Model.Requests.Count;
        var answer = await user.ReadAsync(HttpMethod.Post, "event", body);
        Assert.True(answer["success"]!.GetValue<bool>());
        Assert.True(answer["ai_powered"]!.GetValue<bool>());
        Assert.Equal((user.Id, "struggle_set"), (answer["user_id"]!.GetValue<string>(), answer["event"]!.GetValue<string>()));
        Assert.Equal("""{"reps":-1,"rest_time":30,"weight_percent":-5}""", answer["tweak"]!["modifications"]!.ToJsonString());

        var other = await api.RegisterAsync();
        Assert.Equal(other.Id, (await other.ReadAsync(HttpMethod.Post, "event", body))["user_id"]!.GetValue<string>());
        Assert.Equal(asked + 1, api.Model.Requests.Count);
        var sent = api.Model.Requests.Last().ToJsonString();
        Assert.DoesNotContain(user.Id, sent, StringComparison.Ordinal);
        Assert.DoesNotContain(user.Email, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody else", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_tell_where_the_caller_stands_and_one_too_many_when_to_come_back()
    {
        var user = await api.RegisterAsync();
        var body = new { @event = "skip_set" };
        api.Model.Usual = FakeOpenAI.Fails(401);
        var response = await user.SendAsync(HttpMethod.Post, "event", body);
        Assert.EndsWith("\"coach-minute\";q=8;w=60, \"model-day\";q=100;w=86400", Header(response, "RateLimit-Policy"), StringComparison.Ordinal);
        Assert.Matches("""(^|, )"coach-minute";r=7;t=\d+, "model-day";r=100;t=\d+$""", Header(response, "RateLimit"));

        // A minute may end in between; in two there are at most sixteen.
        for (var i = 0; i < 16 && response.StatusCode == HttpStatusCode.OK; i++)
            response = await user.SendAsync(HttpMethod.Post, "event", body);
        await ApiAssert.ProblemAsync(response, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("\"coach-minute\";r=0;t=", Header(response, "RateLimit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_leaves_without_what_it_carries_and_is_asked_about_once()
    {
        var user = await api.RegisterAsync();
        api.Model.Then(FakeOpenAI.Says("""{"labels":["front view"],"observations":["Good light."]}"""));
        var asked = api.Model.Requests.Count;
        var answer = await user.ReadAsync(HttpMethod.Post, "api/ai/analyze-photo", Image(Jpeg));
        Assert.Equal("front view", answer["labels"]![0]!.GetValue<string>());
        Assert.True(answer["aiPowered"]!.GetValue<bool>());
        Assert.True((await user.ReadAsync(HttpMethod.Post, "api/ai/analyze-photo", Image(Jpeg)))["cached"]!.GetValue<bool>());
        Assert.Equal(asked + 1, api.Model.Requests.Count);
        var url = api.Model.Requests.Last()["messages"]![1]!["content"]![1]!["image_url"]!["url"]!.GetValue<string>();
        Assert.Equal(-1, Convert.FromBase64String(url.Split(',')[1]).AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public async Task What_is_no_photo_or_too_much_of_one_is_refused()
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/ai/analyze-photo", Image([1, 2, 3])), HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/ai/analyze-photo", Image(new byte[10_000_001])), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_model_that_does_not_answer_leaves_photos_without_an_answer()
    {
        var user = await api.RegisterAsync();
        api.Model.Then(FakeOpenAI.Filters());
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/ai/analyze-photo", Image([.. Jpeg[..^2], 7, 0xFF, 0xD9])), HttpStatusCode.ServiceUnavailable, "ai-unavailable");
    }

    [Fact]
    public async Task A_reply_is_streamed_sentence_by_sentence_and_kept()
    {
        var user = await api.RegisterAsync();
        api.Model.Then(FakeOpenAI.Streams("Rest a d", "ay. Then ride", " easy."));
        var id = (await user.ReadAsync(HttpMethod.Post, "api/coach/conversations", new { }, HttpStatusCode.Created))["id"]!.GetValue<string>();
        var response = await user.SendAsync(
            HttpMethod.Post, $"api/coach/conversations/{id}/messages", new { id = "m1", text = "What now?" }, ("Accept", "text/event-stream"));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["ready", "text", "text", "turn"], events.Select(item => item.Split('\n').First(line => line.StartsWith("event: ", StringComparison.Ordinal))[7..]));
        var kept = (await user.GetAsync($"api/coach/conversations/{id}"))["turns"]![0]!;
        Assert.Equal(("Rest a day. Then ride easy.", "gpt", "m1"), (Text(kept, "reply"), Text(kept, "model"), Text(kept, "messageId")));
    }

    [Fact]
    public async Task Exercises_are_found_by_meaning_once_the_vectors_are_made()
    {
        var user = await api.RegisterAsync();
        var usual = api.Model.Usual;
        api.Model.Usual = http => FakeOpenAI.Embeds([.. Enumerable.Range(0, Math.Max(1, api.Model.Requests.Last()["input"]!.AsArray().Count))
            .Select(i => Enumerable.Range(0, 384).Select(j => j == i % 384 ? 1f : 0.01f).ToArray())])(http);
        var run = await api.Http.PostAsync("admin/functions/EmbedExercises", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
        // No word of any exercise: what is found is found by meaning.
        while ((await user.GetAsync("api/exercises/semantic?q=zzzz")).AsArray().Count == 0)
            await Task.Delay(100);
        api.Model.Usual = usual;
    }

    [Fact]
    public async Task Health_tells_of_the_model()
    {
        var health = JsonNode.Parse(await api.Http.GetStringAsync("health"))!;
        Assert.Equal((true, "gpt", true), (health["model_available"]!.GetValue<bool>(), Text(health, "model_repo"), health["fallback_enabled"]!.GetValue<bool>()));
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private static ByteArrayContent Image(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
}
