using System.Diagnostics;
using FitServerless.Bench.Api;
using FitServerless.Bench.Load;

namespace FitServerless.Bench.Chat;

/// <summary>How soon a message is heard, how many there can be, and what a listener costs, on the app in a process of its own.</summary>
internal sealed class ChatPart(Uri address, int pid, bool quick, CancellationToken cancellationToken) : IDisposable
{
    private const int Rooms = 100;
    private const int Writers = 8;
    private const int WritersOverAll = 32;
    private const int IdleListeners = 300;

    private readonly ApiClient _api = new(address, connections: WritersOverAll);

    public void Dispose() => _api.Dispose();

    public async Task<ChatFigures> MeasureAsync()
    {
        var riders = await Rider.RegisterAsync(_api, 2, cancellationToken);
        var rooms = new List<ChatRoom>();
        while (rooms.Count < (quick ? 4 : Rooms))
            rooms.Add(await ChatRoom.CreateAsync(_api, riders[0], riders[1], cancellationToken));
        var seen = new List<SeenLine>();
        foreach (var listeners in quick ? new[] { 1 } : [1, 10, 100])
            seen.Add(await SeenAsync(rooms[seen.Count], listeners, messages: quick ? 5 : 200));
        var oneRoom = await RateAsync([rooms[^1]], Writers, messagesEach: quick ? 8 : 800);
        var manyRooms = await RateAsync(rooms, WritersOverAll, messagesEach: quick ? 2 : 10);
        return new ChatFigures(seen, oneRoom, manyRooms, await ListenerKilobytesAsync(rooms));
    }

    /// <summary>One message after the other, each when all have heard the one before.</summary>
    private async Task<SeenLine> SeenAsync(ChatRoom room, int listeners, int messages)
    {
        var latencies = new Latencies();
        await using var streams = await ChatStreams.OpenAsync(Enumerable.Repeat(room, listeners), address, cancellationToken);
        for (var i = 0; i < messages; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var heard = Task.WhenAll(streams.All.Select(async stream =>
            {
                await stream.NextAsync();
                latencies.Add(Stopwatch.GetElapsedTime(start));
            }));
            await _api.SendAsync(room.Post(i), cancellationToken);
            await heard;
        }

        return new SeenLine(listeners, messages, latencies.Percentile(50), latencies.Percentile(99));
    }

    private async Task<double> RateAsync(IReadOnlyList<ChatRoom> rooms, int writers, int messagesEach)
    {
        await using var streams = await ChatStreams.OpenAsync(rooms, address, cancellationToken);
        var total = rooms.Count * messagesEach;
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        var heard = Task.WhenAll(streams.All.Select(async stream =>
        {
            for (var i = 0; i < messagesEach; i++)
                await stream.NextAsync();
        }));
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(WriteAsync, cancellationToken)));
        await heard;
        return total / Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task WriteAsync()
        {
            while (Interlocked.Increment(ref next) is var i && i < total)
                await _api.SendAsync(rooms[i % rooms.Count].Post(i), cancellationToken);
        }
    }

    private async Task<double> ListenerKilobytesAsync(IReadOnlyList<ChatRoom> rooms)
    {
        var count = quick ? 10 : IdleListeners;
        using var process = Process.GetProcessById(pid);
        var before = process.WorkingSet64;
        await using var streams = await ChatStreams.OpenAsync(
            Enumerable.Range(0, count).Select(i => rooms[i % rooms.Count]), address, cancellationToken);
        process.Refresh();
        return (process.WorkingSet64 - before) / 1024.0 / count;
    }
}
