using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Chat;

/// <summary>
/// Eight who write and eight who read in one room, at once: writers send some messages twice, and again what was not answered; readers leave
/// and come back. Where they turn to may change under them.
/// </summary>
internal sealed class ChatStorm(string roomId, IReadOnlyList<ChatUser> members, int messagesEach)
{
    private TaskCompletionSource<HttpClient> _backend = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Is released for every message that was accepted.</summary>
    public SemaphoreSlim Accepted { get; } = new(0);

    /// <summary>What each reader heard, in order.</summary>
    public ConcurrentBag<List<JsonNode>> Heard { get; } = [];

    public int Total => members.Count * messagesEach;

    /// <summary>From now on there.</summary>
    public void TurnTo(HttpClient backend)
    {
        if (_backend.Task.IsCompleted)
            _backend = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.SetResult(backend);
    }

    /// <summary>The backend goes: who fails now waits for the next.</summary>
    public void TurnAway() => _backend = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when all have said and heard everything, or the first of them fails.</summary>
    public async Task RunAsync()
    {
        var all = members.SelectMany((member, number) => new[]
        {
            Task.Run(() => WriteAsync(member, number)),
            Task.Run(() => ReadAsync(member, number)),
        });
        await foreach (var ended in Task.WhenEach(all))
            await ended;
    }

    private async Task WriteAsync(ChatUser member, int number)
    {
        for (var i = 0; i < messagesEach; i++)
        {
            await UntilItSucceedsAsync(async http => await member.At(http).TryPostAsync(roomId, $"{number}: {i}", $"{number}-{i}"));
            Accepted.Release();
            if (i % 3 == 0)
                await UntilItSucceedsAsync(async http => await member.At(http).TryPostAsync(roomId, $"{number}: {i}", $"{number}-{i}"));
        }
    }

    private async Task ReadAsync(ChatUser member, int number)
    {
        var heard = new List<JsonNode>();
        var lastId = "0";
        while (heard.Count < Total)
        {
            await UntilItSucceedsAsync(async http =>
            {
                await using var listener = await member.At(http).ListenAsync(roomId, lastId);
                for (var leaveAt = heard.Count + 7 + number; heard.Count < Math.Min(leaveAt, Total);)
                {
                    if (await listener.NextAsync() is not { } next)
                        throw new HttpRequestException("The stream ended.");
                    if (next.Type == "message")
                        heard.Add(next.Data);
                    lastId = listener.LastId!;
                }
            });
        }

        Heard.Add(heard);
    }

    private async Task UntilItSucceedsAsync(Func<HttpClient, Task> work)
    {
        while (true)
        {
            var backend = _backend.Task;
            try
            {
                await work(await backend);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // Gone in the middle of it.
                await Task.Delay(20);
            }
        }
    }
}
