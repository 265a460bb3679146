using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;
using FitServerless.Tests.Chat;

namespace FitServerless.Tests.Telemetry;

/// <summary>Uses most of the app, with a word in all that is sent which can be looked for afterwards.</summary>
/// <param name="inPaths">The word in paths, where another one is wanted.</param>
internal sealed class CanaryTraffic(HttpClient http, string word, string inPaths)
{
    public async Task<ChatUser> RegisterAsync()
    {
        var person = new { email = $"{word}-{Guid.NewGuid():N}@example.com", password = ApiUser.Password, name = word };
        var answer = await http.PostAsJsonAsync("auth/register", person);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return new ChatUser(http, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public async Task UseAsync(ChatUser ada, ChatUser bob)
    {
        await SignInAsync(ada);
        await SyncAsync(ada.Api);
        await CoachAsync(ada.Api);
        await ChatAsync(ada, bob);
        await KeepFilesAsync(ada.Api);
        await SendNonsenseAsync(ada.Api);
    }

    /// <summary>The token of a link that was sent, used.</summary>
    public async Task<string> FollowLinkAsync(ApiUser user)
    {
        await http.PostAsJsonAsync("auth/magic-link", new { email = user.Email });
        var letters = await http.GetStringAsync("dev/outbox");
        var start = letters.LastIndexOf("?token=", StringComparison.Ordinal) + "?token=".Length;
        var token = letters.Substring(start, 52);
        await http.GetAsync($"auth/verify?token={token}");
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsJsonAsync("auth/verify", new { token })).StatusCode);
        return token;
    }

    public async Task SyncAsync(ApiUser user)
    {
        var ride = SampleWorkouts.Ride($"{word}-1");
        await user.SendAsync(HttpMethod.Post, "api/workouts", ride, ("Idempotency-Key", word), ("User-Agent", word));
        await user.SendAsync(HttpMethod.Get, $"api/workouts/{inPaths}");
        var plans = new[] { new { action = "create", id = word, data = new { title = word } } };
        await user.SendAsync(HttpMethod.Post, "sync", new { plans }, ("X-Device-ID", word));
        await user.SendAsync(HttpMethod.Put, $"api/documents/goals/{inPaths}", new { title = word });
        await user.SendAsync(HttpMethod.Get, $"api/documents/{inPaths}/{inPaths}?tag={word}");
        var changes = new[] { new { collection = "goals", id = word, op = "put", mutationId = word, data = new { title = word } } };
        await user.SendAsync(HttpMethod.Post, "api/sync", new { deviceId = word, changes });
    }

    public async Task KeepFilesAsync(ApiUser user)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"My {word} sings."));
        await user.SendAsync(HttpMethod.Post, $"api/files?name={word}.txt", content, ("Idempotency-Key", word));
        await user.SendAsync(HttpMethod.Get, $"api/files/{inPaths}");
        await user.SendAsync(HttpMethod.Post, $"api/workouts/import?name={word}.gpx", new ByteArrayContent(Encoding.UTF8.GetBytes($"<gpx>{word}")));
    }

    private async Task SignInAsync(ChatUser user)
    {
        await http.PostAsJsonAsync("auth/login", new { email = user.Api.Email, password = $"{word} wrong" });
        await http.PostAsJsonAsync("auth/login", new { email = user.Api.Email, password = ApiUser.Password, code = word });
        await http.PostAsJsonAsync("auth/magic-link", new { email = user.Api.Email });
        await http.GetAsync($"auth/verify?token={word}");
        await http.PostAsJsonAsync("auth/verify", new { token = word });
        // A token that is used twice is noted.
        for (var i = 0; i < 3; i++)
            await http.PostAsJsonAsync("auth/refresh", new { refreshToken = user.Api.RefreshToken });
    }

    private async Task CoachAsync(ApiUser user)
    {
        await user.SendAsync(HttpMethod.Post, "api/ai/suggest-meal", new { goals = word, restrictions = new[] { word } });
        var struggle = new { @event = "struggle_set", context = new { note = word }, user_data = new { goals = new[] { word } } };
        await user.SendAsync(HttpMethod.Post, "event", struggle);
        var conversation = await user.SendAsync(HttpMethod.Post, "api/coach/conversations", new { personality = "supportive" });
        var id = (await conversation.Content.ReadFromJsonAsync<JsonNode>())!["id"];
        await user.SendAsync(HttpMethod.Post, $"api/coach/conversations/{id}/messages", new { id = word, text = $"I like my {word}" });
    }

    private async Task ChatAsync(ChatUser ada, ChatUser bob)
    {
        var room = await ada.CreateRoomAsync(bob);
        await using var listening = await bob.ListenAsync(room);
        await ada.PostAsync(room, $"Sing, {word}", word);
        await listening.MessagesAsync(1);
        await ada.Api.SendAsync(HttpMethod.Post, $"chat/{room}/signal", new { to = word, data = new { sdp = word } });
        await ada.Api.SendAsync(HttpMethod.Post, $"chat/{inPaths}/messages", new { content = word });
    }

    private async Task SendNonsenseAsync(ApiUser user)
    {
        await http.GetAsync($"{inPaths}/{inPaths}?q={word}");
        await http.GetAsync($"api/sync/events?access_token={word}");
        await user.SendAsync(HttpMethod.Post, "api/workouts", $$"""{"title":"{{word}}""");
        await user.SendAsync(HttpMethod.Get, $"api/workouts?cursor={word}&from={word}", null, ("If-None-Match", word), ("traceparent", word));
    }
}
