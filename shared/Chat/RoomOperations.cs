using System.Text.Json;
using FitServerless.Chat.Operations;
using FitServerless.Storage;
using FitServerless.Sync;
using Microsoft.Extensions.Logging;

namespace FitServerless.Chat;

/// <summary>
/// What a room's entity does. Whatever is done is in Table Storage before it is in the entity's state, and every operation may be repeated:
/// so the state is only a copy of the head row, and a lost one is read again.
/// </summary>
public sealed partial class RoomOperations(
    RoomWriter rooms, IRoomStore store, TimeProvider clock, ILogger<RoomOperations> logger)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);

    /// <param name="known">The entity's state; <c>null</c> when it has none.</param>
    public async Task<RoomOutcome> RunAsync(string roomId, StoredRoom? known, RoomOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            var written = await rooms.WriteAsync(roomId, known, room => Decide(room, operation), cancellationToken);
            return new RoomOutcome.Done(written?.Room, await NoticesAsync(written, operation, cancellationToken));
        }
        catch (Exception e) when (StorageFaults.IsOutage(e) || e is SyncContentionException)
        {
            var delay = TimeSpan.FromSeconds(Math.Min(MaxDelay.TotalSeconds, 1 << Math.Min(operation.Deferrals, 6)));
            LogDeferred(operation.GetType().Name, delay.TotalSeconds, operation.Deferrals);
            return new RoomOutcome.Later(delay);
        }
    }

    /// <summary>
    /// Also of a message that was there already: the process may have died after the batch, before this. Then what counts is what was said first.
    /// </summary>
    private async Task<IReadOnlyList<MentionNotice>> NoticesAsync(
        RoomWritten? written, RoomOperation operation, CancellationToken cancellationToken)
    {
        if (written?.Write?.Message is not { } message || operation is not PostMessage post || !post.Content.Contains('@', StringComparison.Ordinal))
            return [];
        var room = written.Room.Room;
        var said = written.IsDuplicate
            ? await store.FindMessageAsync(room.Id, new SenderKey(post.UserId, post.Id), cancellationToken)
            : message;
        return said is null ? [] : MentionNotices.Of(room, said);
    }

    /// <summary>
    /// Who has left meanwhile is not heard any more; but a message that was accepted is posted, or a "Bye" would be lost to the leaving that
    /// overtakes it.
    /// </summary>
    private RoomWrite? Decide(Room room, RoomOperation operation) => operation switch
    {
        PostMessage post => Post(room, post),
        SendSignal signal when room.IsMember(signal.UserId) => Signal(room, signal),
        MarkRead mark when room.IsMember(mark.UserId) =>
            Changed(room, room.Live.Read(mark.UserId, Math.Min(mark.Sequence, room.LastSequence))),
        ShowTyping { Notice: var notice } when room.IsMember(notice.UserId) => Changed(room, room.Live.Type(notice, clock.GetUtcNow())),
        Connect { Connection: var connection } when room.IsMember(connection.UserId) =>
            Changed(room, room.Live.Connect(connection, clock.GetUtcNow())),
        _ => null,
    };

    private RoomWrite Post(Room room, PostMessage post)
    {
        var sequence = room.LastSequence + 1;
        return new RoomWrite(room with { LastSequence = sequence })
        {
            Message = new ChatMessage(post.Id, sequence, post.UserId, post.UserName, post.Content) { Timestamp = clock.GetUtcNow() },
            Once = new SenderKey(post.UserId, post.Id),
        };
    }

    private RoomWrite Signal(Room room, SendSignal signal)
    {
        var number = room.LastSignal + 1;
        using var data = JsonDocument.Parse(signal.Data);
        return new RoomWrite(room with { LastSignal = number })
        {
            Signal = new CallSignal(number, signal.UserId, signal.To, data.RootElement.Clone()) { Timestamp = clock.GetUtcNow() },
            Once = new SenderKey(signal.UserId, $"signal-{signal.Id}"),
        };
    }

    private static RoomWrite? Changed(Room room, RoomLive live) => ReferenceEquals(live, room.Live) ? null : new RoomWrite(room with { Live = live });

    [LoggerMessage(5001, LogLevel.Warning, "{Operation} is put off for {Seconds} s, for the {Deferrals}. time: storage cannot be reached")]
    private partial void LogDeferred(string operation, double seconds, int deferrals);
}
