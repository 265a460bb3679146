using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Local.Host;
using FitServerless.Tests.Api;
using FitServerless.Tests.Chat;
using FitServerless.Tests.Coach.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Telemetry;

/// <summary>
/// What users send, and what signs them in, is in no log, span or metric. All that they send here has a word in it that is looked for; that nothing
/// is printed past the log is the compiler's to see (BannedSymbols.Console.txt).
/// </summary>
public sealed class LogHygieneTests : IDisposable
{
    private const string Canary = "canary";

    private readonly CapturedLogs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task Nothing_that_a_user_sends_is_logged_or_traced()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var model = await FakeOpenAI.StartAsync();
        model.Usual = FakeOpenAI.Says($"Eat {Canary} seeds.");
        var azurite = await AzuriteProcess.StartAsync();
        ChatUser ada;
        await using (var host = await StartAsync(azurite.ConnectionString, [.. receiver.Settings, .. ModelAt(model)]))
        {
            using var http = ApiFixture.Client(host.BaseAddress);
            (ada, var bob) = (await RegisterAsync(http), await RegisterAsync(http));
            await SignInAsync(http, ada);
            await SyncAsync(ada.Api);
            await CoachAsync(ada.Api);
            await ChatAsync(ada, bob);
            await KeepFilesAsync(ada.Api);
            await SendNonsenseAsync(http, ada.Api);
            await azurite.DisposeAsync();
            // Without storage, everything goes wrong that can.
            await SyncAsync(ada.Api);
            await KeepFilesAsync(ada.Api);
        }

        Assert.NotEmpty(receiver.Spans);
        Assert.Contains("could not reach storage", _logs.Everything, StringComparison.Ordinal);
        foreach (var secret in new[] { Canary, ApiUser.Password, ada.Api.Email, ada.Api.Token, ada.Api.RefreshToken, "model-key" })
        {
            AssertNot(secret, _logs.Everything);
            AssertNot(secret, receiver.Everything);
        }
    }

    private Task<FunctionHost> StartAsync(string storage, params (string, string)[] settings) => ApiFixture.StartHostAsync(
        storage,
        services => services.AddLogging(logging => logging
            .AddProvider(_logs)
            .AddFilter<CapturedLogs>("FitServerless", LogLevel.Trace)
            .AddFilter<CapturedLogs>("FitServerless.Local", LogLevel.Information)),
        runTimers: false,
        [.. settings, ("Storage:MaxRetries", "1"), ("Storage:RetryDelayMilliseconds", "1")]);

    private static (string, string)[] ModelAt(FakeOpenAI model) =>
    [
        ("Accounts:DefaultTier", "pro"), ("OpenAI:Endpoint", model.Endpoint.AbsoluteUri), ("OpenAI:ApiKey", "model-key"), ("OpenAI:ChatDeployment", "gpt"),
        ("OpenAI:RetryDelayMilliseconds", "1"),
    ];

    private static async Task<ChatUser> RegisterAsync(HttpClient http)
    {
        var person = new { email = $"{Canary}-{Guid.NewGuid():N}@example.com", password = ApiUser.Password, name = Canary };
        var answer = await http.PostAsJsonAsync("auth/register", person);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return new ChatUser(http, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    private static async Task SignInAsync(HttpClient http, ChatUser user)
    {
        await http.PostAsJsonAsync("auth/login", new { email = user.Api.Email, password = $"{Canary} wrong" });
        await http.PostAsJsonAsync("auth/login", new { email = user.Api.Email, password = ApiUser.Password, code = Canary });
        await http.PostAsJsonAsync("auth/magic-link", new { email = user.Api.Email });
        await http.GetAsync($"auth/verify?token={Canary}");
        await http.PostAsJsonAsync("auth/verify", new { token = Canary });
        // A token that is used twice is noted.
        for (var i = 0; i < 3; i++)
            await http.PostAsJsonAsync("auth/refresh", new { refreshToken = user.Api.RefreshToken });
    }

    private static async Task SyncAsync(ApiUser user)
    {
        var ride = SampleWorkouts.Ride($"{Canary}-1");
        await user.SendAsync(HttpMethod.Post, "api/workouts", ride, ("Idempotency-Key", Canary), ("User-Agent", Canary));
        await user.SendAsync(HttpMethod.Get, $"api/workouts/{Canary}");
        await user.SendAsync(HttpMethod.Post, "sync", new { plans = new[] { new { action = "create", id = Canary, data = new { title = Canary } } } }, ("X-Device-ID", Canary));
        await user.SendAsync(HttpMethod.Put, $"api/documents/goals/{Canary}", new { title = Canary });
        await user.SendAsync(HttpMethod.Get, $"api/documents/{Canary}/{Canary}?tag={Canary}");
        var changes = new[] { new { collection = "goals", id = Canary, op = "put", mutationId = Canary, data = new { title = Canary } } };
        await user.SendAsync(HttpMethod.Post, "api/sync", new { deviceId = Canary, changes });
    }

    private static async Task CoachAsync(ApiUser user)
    {
        await user.SendAsync(HttpMethod.Post, "api/ai/suggest-meal", new { goals = Canary, restrictions = new[] { Canary } });
        await user.SendAsync(HttpMethod.Post, "event", new { @event = "struggle_set", context = new { note = Canary }, user_data = new { goals = new[] { Canary } } });
        var conversation = await user.SendAsync(HttpMethod.Post, "api/coach/conversations", new { personality = "supportive" });
        var id = (await conversation.Content.ReadFromJsonAsync<JsonNode>())!["id"];
        await user.SendAsync(HttpMethod.Post, $"api/coach/conversations/{id}/messages", new { id = Canary, text = $"I like my {Canary}" });
    }

    private static async Task ChatAsync(ChatUser ada, ChatUser bob)
    {
        var room = await ada.CreateRoomAsync(bob);
        await using var listening = await bob.ListenAsync(room);
        await ada.PostAsync(room, $"Sing, {Canary}", Canary);
        await listening.MessagesAsync(1);
        await ada.Api.SendAsync(HttpMethod.Post, $"chat/{room}/signal", new { to = Canary, data = new { sdp = Canary } });
        await ada.Api.SendAsync(HttpMethod.Post, $"chat/{Canary}/messages", new { content = Canary });
    }

    private static async Task KeepFilesAsync(ApiUser user)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"My {Canary} sings."));
        await user.SendAsync(HttpMethod.Post, $"api/files?name={Canary}.txt", content, ("Idempotency-Key", Canary));
        await user.SendAsync(HttpMethod.Get, $"api/files/{Canary}");
        await user.SendAsync(HttpMethod.Post, $"api/workouts/import?name={Canary}.gpx", new ByteArrayContent(Encoding.UTF8.GetBytes($"<gpx>{Canary}")));
    }

    private static async Task SendNonsenseAsync(HttpClient http, ApiUser user)
    {
        await http.GetAsync($"{Canary}/{Canary}?q={Canary}");
        await http.GetAsync($"api/sync/events?access_token={Canary}");
        await user.SendAsync(HttpMethod.Post, "api/workouts", $$"""{"title":"{{Canary}}""");
        await user.SendAsync(HttpMethod.Get, $"api/workouts?cursor={Canary}&from={Canary}", null, ("If-None-Match", Canary), ("traceparent", Canary));
    }

    /// <summary>With what stands around it, and not all there is.</summary>
    private static void AssertNot(string secret, string text)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        Assert.True(at < 0, at < 0 ? "" : $"'{secret}' is in: {text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)]}");
    }
}
