using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

/// <summary>A registered person's device, talking HTTP.</summary>
public sealed class ApiUser(HttpClient http, JsonNode registered)
{
    public const string Password = "correct horse battery";

    public string Id => registered["user"]!["id"]!.GetValue<string>();

    public string Email => registered["user"]!["email"]!.GetValue<string>();

    public string Token { get; } = registered["token"]!.GetValue<string>();

    public string RefreshToken => registered["refreshToken"]!.GetValue<string>();

    /// <summary>What this device sends as <c>lastSyncAt</c>.</summary>
    public string? Cursor { get; private set; }

    public static async Task<ApiUser> RegisterAsync(HttpClient http)
    {
        var response = await http.PostAsJsonAsync("auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = Password });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return new ApiUser(http, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    /// <summary>Another device of the same person, which has synced nothing yet.</summary>
    public ApiUser OtherDevice() => new(http, registered);

    /// <summary>A device that talks to another instance.</summary>
    public ApiUser On(HttpClient other) => new(other, registered);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        http.SendAsync(Request(method, path, body, headers));

    /// <summary>Opens a stream of events, behind the event that the device saw last.</summary>
    public async Task<ApiStream> ListenAsync(string path, string? lastEventId = null)
    {
        var headers = lastEventId is null ? [] : (ReadOnlySpan<(string, string)>)[("Last-Event-ID", lastEventId)];
        return await ApiStream.OpenAsync(http, Request(HttpMethod.Get, path, null, headers));
    }

    private HttpRequestMessage Request(HttpMethod method, string path, object? body, ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public async Task<JsonNode> ReadAsync(HttpMethod method, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{method} {path}: {response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public Task<JsonNode> GetAsync(string path) => ReadAsync(HttpMethod.Get, path);

    public async Task<string> CreateWorkoutAsync(object workout) =>
        (await ReadAsync(HttpMethod.Post, "api/workouts", workout, HttpStatusCode.Created))["id"]!.GetValue<string>();

    public async Task<JsonNode> SyncAsync(params object[] changes)
    {
        var answer = await ReadAsync(HttpMethod.Post, "api/workouts/sync", new { lastSyncAt = Cursor, changes });
        Cursor = answer["syncedAt"]!.GetValue<string>();
        return answer;
    }
}
