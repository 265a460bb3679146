using System.Net;
using System.Net.ServerSentEvents;
using FitServerless.Tests.Live;

namespace FitServerless.Tests.Api;

/// <summary>A client's end of a stream of events, read by the framework's own parser.</summary>
public sealed class ApiStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private ApiStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _parser = SseParser.Create(body);
        _items = _parser.EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>What a client sends when it comes back.</summary>
    public string LastEventId => _parser.LastEventId;

    public static async Task<ApiStream> OpenAsync(HttpClient http, HttpRequestMessage request)
    {
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var stream = new ApiStream(response, await response.Content.ReadAsStreamAsync());
        Assert.Equal("ready", (await stream.NextAsync()).EventType);
        return stream;
    }

    public async Task<SseItem<string>> NextAsync() => await NextOrEndAsync() ?? throw new InvalidOperationException("The stream has ended.");

    /// <summary><c>null</c> when the server has ended the stream, as it should be ended.</summary>
    public async Task<SseItem<string>?> NextOrEndAsync() =>
        await _items.MoveNextAsync().AsTask().WaitAsync(Patience.ForAnything) ? _items.Current : null;

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _items.DisposeAsync();
    }
}
