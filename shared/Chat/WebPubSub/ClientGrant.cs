namespace FitServerless.Chat.WebPubSub;

/// <param name="Url">Of the WebSocket; the token goes with it as <c>access_token</c>.</param>
/// <param name="Token">Lets its bearer connect and listen to the one room, and say nothing.</param>
public sealed record ClientGrant(string Url, string Token, DateTimeOffset ExpiresAt);
