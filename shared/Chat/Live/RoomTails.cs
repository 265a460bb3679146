using System.Collections.Concurrent;
using FitServerless.Live;

namespace FitServerless.Chat.Live;

/// <summary>The tails of the rooms that somebody listens to in this process; wakes the listeners when the process commits something.</summary>
public sealed class RoomTails(IRoomStore store, LiveFeeds<RoomSnapshot> feeds) : IRoomObserver
{
    /// <summary>Messages in a read; a listener that was away for long takes several.</summary>
    private const int Page = 200;

    private readonly ConcurrentDictionary<string, RoomTail> _tails = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    internal RoomTail Join(string roomId)
    {
        lock (_gate)
        {
            var tail = _tails.GetOrAdd(roomId, _ => new RoomTail(
                new Tail<ChatMessage>(
                    message => message.Sequence, (after, cancellation) => store.ReadMessagesAsync(roomId, after, Page, cancellation)),
                new Tail<CallSignal>(signal => signal.Number, (after, cancellation) => store.ReadSignalsAsync(roomId, after, cancellation))));
            tail.Listeners++;
            return tail;
        }
    }

    internal void Leave(string roomId)
    {
        lock (_gate)
        {
            if (--_tails[roomId].Listeners == 0 && _tails.TryRemove(roomId, out var tail))
                tail.Dispose();
        }
    }

    public void Committed(Room before, StoredRoom after, RoomWrite write)
    {
        if (!_tails.TryGetValue(after.Room.Id, out var tail))
            return;
        if (write.Message is { } message)
            tail.Messages.Append(message);
        if (write.Signal is { } signal)
            tail.Signals.Append(signal);
        feeds.Wake(after.Room.Id);
    }
}
