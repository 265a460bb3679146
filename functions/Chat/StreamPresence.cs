using FitServerless.Chat;
using FitServerless.Chat.Operations;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Chat;

/// <summary>Tells a room that somebody listens, as long as they do.</summary>
internal sealed class StreamPresence(DurableTaskClient durable, string roomId, string userId, TimeProvider clock, CancellationToken clientLeft)
{
    /// <summary>A stream ends itself after 225 s at most, and its client is back within a few more.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(250);

    private readonly RoomConnection _connection = new(Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), userId, clock.GetUtcNow() + Lease);

    public string UserId => userId;

    public Task ArriveAsync() => SendAsync(_connection);

    /// <summary>Who is only reconnecting has not left.</summary>
    public Task LeaveAsync() => clientLeft.IsCancellationRequested ? SendAsync(_connection with { Closed = true }) : Task.CompletedTask;

    /// <summary>A stream is no worse because nobody is told of it, so that it fails is no failure of the stream.</summary>
    private async Task SendAsync(RoomConnection connection) =>
        await durable.SignalRoomAsync(roomId, new Connect(connection), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
