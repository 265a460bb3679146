using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Chat;

/// <summary>A person with a name, who chats over HTTP.</summary>
internal sealed class ChatUser(HttpClient http, JsonNode registered)
{
    private static readonly JsonNode Nothing = new JsonObject();

    public ApiUser Api { get; } = new(http, registered);

    public JsonNode Registered => registered;

    public string Id => Api.Id;

    public static async Task<ChatUser> RegisterAsync(HttpClient http, string name)
    {
        var person = new { email = $"{Guid.NewGuid():N}@example.com", password = ApiUser.Password, name };
        var response = await http.PostAsJsonAsync("auth/register", person);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return new ChatUser(http, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    /// <summary>The same person at another process of the backend.</summary>
    public ChatUser At(HttpClient other) => new(other, registered);

    public async Task<string> CreateRoomAsync(params ChatUser[] others)
    {
        var room = await Api.ReadAsync(
            HttpMethod.Post, "chat/rooms", new { members = others.Select(other => other.Id) }, HttpStatusCode.Created);
        return room["roomId"]!.GetValue<string>();
    }

    public Task<JsonNode> PostAsync(string roomId, string content, string? id = null) =>
        Api.ReadAsync(HttpMethod.Post, $"chat/{roomId}/messages", new { id, content }, HttpStatusCode.Accepted);

    /// <summary>As a client does that comes back when it is told to.</summary>
    /// <exception cref="HttpRequestException">Not now: no answer, or 503.</exception>
    public async Task TryPostAsync(string roomId, string content, string id)
    {
        var response = await Api.SendAsync(HttpMethod.Post, $"chat/{roomId}/messages", new { id, content });
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            throw new HttpRequestException("Not now.");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    public async Task SendAsync(string roomId, string notice, object? body = null)
    {
        var response = await Api.SendAsync(HttpMethod.Post, $"chat/{roomId}/{notice}", body ?? Nothing);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, $"{notice}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    public async Task<IReadOnlyList<JsonNode>> MessagesAsync(string roomId, long after = 0, int limit = 1000) =>
        [.. (await Api.GetAsync($"chat/{roomId}/messages?after={after}&limit={limit}")).AsArray().Select(message => message!)];

    /// <exception cref="HttpRequestException">Not now: no answer, 503, or 429, since of the streams that were left not all have ended yet.</exception>
    public async Task<ChatListener> ListenAsync(string roomId, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"chat/{roomId}/events")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Api.Token) },
        };
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
            throw new HttpRequestException("Not now.");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new ChatListener(response, await response.Content.ReadAsStreamAsync());
    }
}
