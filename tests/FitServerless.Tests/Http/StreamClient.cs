using System.Net.ServerSentEvents;
using FitServerless.Tests.Live;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Tests.Http;

/// <summary>Reads an answer that goes on, as it is written and without a server.</summary>
internal sealed class StreamClient
{
    private readonly RecordingPipe _pipe = new();
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    public StreamClient(IResult result)
    {
        var left = new CancellationTokenSource();
        Leave = left.Cancel;
        var http = new DefaultHttpContext { RequestAborted = left.Token };
        http.Response.Body = _pipe.Input;
        Response = http.Response;
        Answer = result.ExecuteAsync(http);
        _items = SseParser.Create(_pipe.Output).EnumerateAsync().GetAsyncEnumerator();
    }

    public HttpResponse Response { get; }

    public Action Leave { get; }

    /// <summary>Ends with the stream.</summary>
    public Task Answer { get; }

    public async Task<SseItem<string>> NextAsync()
    {
        Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(Patience.ForAnything));
        return _items.Current;
    }

    /// <summary>The answer is complete, and nobody threw.</summary>
    public Task EndAsync() => Answer.WaitAsync(Patience.ForAnything);

    /// <summary>Ends when the text was written so many times.</summary>
    public Task SawAsync(string text, int times) => _pipe.WrittenAsync(all => all.Split(text).Length - 1 >= times).WaitAsync(Patience.ForAnything);
}
