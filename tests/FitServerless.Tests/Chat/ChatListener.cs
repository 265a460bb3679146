using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using FitServerless.Tests.Live;

namespace FitServerless.Tests.Chat;

/// <summary>A window that listens to a room.</summary>
internal sealed class ChatListener : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _left = new();
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    public ChatListener(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _items = SseParser.Create(body).EnumerateAsync(_left.Token).GetAsyncEnumerator();
    }

    /// <summary>The id to come back with.</summary>
    public string? LastId { get; private set; }

    /// <summary><c>null</c> when the stream has ended.</summary>
    public async Task<(string Type, JsonNode Data)?> NextAsync()
    {
        if (!await _items.MoveNextAsync().AsTask().WaitAsync(Patience.ForAnything))
            return null;
        LastId = _items.Current.EventId ?? LastId;
        return (_items.Current.EventType, JsonNode.Parse(_items.Current.Data)!);
    }

    /// <summary>The next event of that type; others are passed over.</summary>
    public async Task<JsonNode> NextAsync(string type)
    {
        while (await NextAsync() is { } next)
        {
            if (next.Type == type)
                return next.Data;
        }

        throw new InvalidOperationException($"The stream ended before a {type} came.");
    }

    public async Task<List<JsonNode>> MessagesAsync(int count)
    {
        var messages = new List<JsonNode>();
        while (messages.Count < count)
            messages.Add(await NextAsync("message"));
        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        _response.Dispose();
        _left.Dispose();
    }
}
