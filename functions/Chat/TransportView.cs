using System.Text.Json.Serialization;
using FitServerless.Chat.WebPubSub;
using FitServerless.Json;

namespace FitServerless.Functions.Chat;

/// <summary>Over what a client listens to a room: <c>sse</c> at our own URL, or <c>webpubsub</c> at that of a WebSocket.</summary>
/// <param name="Token">For the WebSocket's URL, as <c>access_token</c>.</param>
public sealed record TransportView(string Transport, string Url, string? Token = null)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    public static TransportView Sse(string roomId) => new("sse", $"/chat/{Uri.EscapeDataString(roomId)}/events");

    public static TransportView WebPubSub(ClientGrant grant) => new("webpubsub", grant.Url, grant.Token) { ExpiresAt = grant.ExpiresAt };
}
