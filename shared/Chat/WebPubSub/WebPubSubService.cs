using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FitServerless.Accounts;
using Microsoft.Extensions.Options;

namespace FitServerless.Chat.WebPubSub;

/// <summary>
/// The service's REST interface (https://learn.microsoft.com/rest/api/webpubsub/dataplane/web-pub-sub), where it is configured. A room is a
/// group of its hub.
/// </summary>
public sealed class WebPubSubService(IOptions<WebPubSubOptions> options, TimeProvider clock) : IDisposable
{
    private const string ApiVersion = "2024-01-01";

    /// <summary>For connecting only; a connection that is there outlives it. Who has been removed can come back with it for that long.</summary>
    private static readonly TimeSpan GrantLifetime = TimeSpan.FromMinutes(5);

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly WebPubSubEndpoint? _endpoint = WebPubSubEndpoint.TryParse(options.Value.ConnectionString);
    private readonly string _hub = options.Value.Hub;
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    public bool IsConfigured => _endpoint is not null;

    public void Dispose() => _http.Dispose();

    /// <summary><c>null</c> where there is no Web PubSub.</summary>
    public ClientGrant? Grant(string roomId, string userId)
    {
        if (_endpoint is not { Address: var address })
            return null;
        var audience = new Uri(address, $"/client/hubs/{_hub}");
        var url = new UriBuilder(audience) { Scheme = address.Scheme == "https" ? "wss" : "ws" }.Uri;
        var token = Token(_endpoint, audience, GrantLifetime, out var expiresAt, claims => claims with { UserId = userId, Groups = [roomId] });
        return new ClientGrant(url.AbsoluteUri, token, expiresAt);
    }

    internal Task<HttpResponseMessage> SendToRoomAsync(string roomId, byte[] json, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"groups/{Uri.EscapeDataString(roomId)}/:send", json, cancellationToken);

    internal Task<HttpResponseMessage> SendToUserAsync(string userId, byte[] json, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"users/{Uri.EscapeDataString(userId)}/:send", json, cancellationToken);

    internal Task<HttpResponseMessage> RemoveAsync(string roomId, string userId, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, $"users/{Uri.EscapeDataString(userId)}/groups/{Uri.EscapeDataString(roomId)}", null, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken)
    {
        var endpoint = _endpoint ?? throw new InvalidOperationException("There is no Web PubSub.");
        var url = new Uri(endpoint.Address, $"/api/hubs/{_hub}/{path}?api-version={ApiVersion}");
        using var request = new HttpRequestMessage(method, url)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token(endpoint, url, TimeSpan.FromMinutes(5), out _)) },
            Content = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = Json } },
        };
        return await _http.SendAsync(request, cancellationToken);
    }

    private string Token(
        WebPubSubEndpoint endpoint, Uri audience, TimeSpan lifetime, out DateTimeOffset expiresAt, Func<WebPubSubClaims, WebPubSubClaims>? add = null)
    {
        var now = clock.GetUtcNow();
        expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + lifetime).ToUnixTimeSeconds());
        var claims = new WebPubSubClaims
        {
            Audience = audience.AbsoluteUri,
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = expiresAt.ToUnixTimeSeconds(),
        };
        var payload = JsonSerializer.SerializeToUtf8Bytes(add is null ? claims : add(claims), WebPubSubJson.Default.WebPubSubClaims);
        return Jwt.Sign(payload, Encoding.UTF8.GetBytes(endpoint.Key));
    }
}
