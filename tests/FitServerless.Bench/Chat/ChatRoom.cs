using System.Net;
using System.Text.Json;
using FitServerless.Bench.Api;

namespace FitServerless.Bench.Chat;

/// <summary>A room of two: one posts, the other listens.</summary>
internal sealed class ChatRoom(string id, Rider writer, Rider listener)
{
    public static async Task<ChatRoom> CreateAsync(ApiClient api, Rider writer, Rider listener, CancellationToken cancellationToken)
    {
        string? id = null;
        var body = JsonSerializer.SerializeToUtf8Bytes(new { members = new[] { listener.Id } });
        await api.SendAsync(
            new(HttpMethod.Post, "chat/rooms", writer.Token, body, HttpStatusCode.Created) { Then = answer => id = RoomId(answer) }, cancellationToken);
        return new ChatRoom(id!, writer, listener);
    }

    public Exchange Post(int number) => new(
        HttpMethod.Post,
        $"chat/{id}/messages",
        writer.Token,
        JsonSerializer.SerializeToUtf8Bytes(new { content = $"Message {number}: see you at seven, by the bridge?" }),
        HttpStatusCode.Accepted);

    public Exchange LastMessage(long after) => new(HttpMethod.Get, $"chat/{id}/messages?after={after}&limit=1", listener.Token);

    public Task<ChatStream> ListenAsync(Uri address, CancellationToken cancellationToken) =>
        ChatStream.OpenAsync(new Uri(address, $"chat/{id}/events"), listener.Token, cancellationToken);

    private static string RoomId(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("roomId").GetString()!;
    }
}
