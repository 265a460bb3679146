using System.Net.Http.Headers;
using System.Net.ServerSentEvents;

namespace FitServerless.Bench.Chat;

/// <summary>One who listens to a room.</summary>
internal sealed class ChatStream : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private ChatStream(HttpResponseMessage response, Stream body) =>
        (_response, _items) = (response, SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator());

    public static async Task<ChatStream> OpenAsync(Uri url, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var stream = new ChatStream(response, await response.Content.ReadAsStreamAsync(cancellationToken));
        // Who listens is told so themselves, and is then surely there.
        await stream.NextAsync("presence");
        return stream;
    }

    public async Task NextAsync(string type = "message")
    {
        do
        {
            if (!await _items.MoveNextAsync())
                throw new HttpRequestException("The stream ended.");
        }
        while (_items.Current.EventType != type);
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _items.DisposeAsync();
    }
}
