using System.Runtime.CompilerServices;
using FitServerless.Live;

namespace FitServerless.Chat.Live;

/// <summary>Listens to rooms.</summary>
public sealed class RoomListening(LiveFeeds<RoomSnapshot> feeds, RoomTails tails, TimeProvider clock)
{
    /// <summary>
    /// What a member hears behind the cursor, with the cursor to come back with: every message once and in order, and of the rest what has
    /// changed. Ends when they are removed from the room.
    /// </summary>
    /// <param name="room">As just read.</param>
    public async IAsyncEnumerable<(RoomEvent Event, RoomCursor Cursor)> ListenAsync(
        Room room, string userId, RoomCursor cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tail = tails.Join(room.Id);
        try
        {
            var view = new LiveView();
            await foreach (var now in SnapshotsAsync(room, view, cancellationToken))
            {
                if (!now.IsMember(userId))
                    yield break;
                while (cursor.Sequence < now.LastSequence)
                {
                    foreach (var message in await tail.Messages.ReadAsync(cursor.Sequence, cancellationToken))
                        yield return (new RoomEvent.Message(message), cursor = cursor with { Sequence = message.Sequence });
                }

                if (cursor.Signal < now.LastSignal)
                {
                    foreach (var signal in await SignalsAsync(tail, userId, cursor.Signal, cancellationToken))
                        yield return (new RoomEvent.Signal(signal), cursor = cursor with { Signal = signal.Number });
                    cursor = cursor with { Signal = Math.Max(cursor.Signal, now.LastSignal) };
                }

                foreach (var news in view.Update(now, clock.GetUtcNow()))
                    yield return (news, cursor);
            }
        }
        finally
        {
            tails.Leave(room.Id);
        }
    }

    /// <summary>The room as it is, as it becomes, and once more whenever a lease has ended meanwhile.</summary>
    private async IAsyncEnumerable<Room> SnapshotsAsync(Room room, LiveView view, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return room;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var pages = feeds.ListenAsync(room.Id, room.Version, end.Token).GetAsyncEnumerator(end.Token);
        var next = pages.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (await IsEarlierAsync(next, view.NextEnd(room, clock.GetUtcNow()), end.Token))
                {
                    if (!await next)
                        yield break;
                    room = pages.Current[^1].Room;
                    next = pages.MoveNextAsync().AsTask();
                }

                yield return room;
            }
        }
        finally
        {
            // An iterator must not be disposed of while it runs.
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsEarlierAsync(Task<bool> next, DateTimeOffset? end, CancellationToken cancellationToken)
    {
        if (end is not { } time)
        {
            await next;
            return true;
        }

        var wait = time - clock.GetUtcNow();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, stop.Token);
        var first = await Task.WhenAny(next, ended);
        await stop.CancelAsync();
        return first == next;
    }

    private async Task<IEnumerable<CallSignal>> SignalsAsync(RoomTail tail, string userId, long after, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - CallSignal.Lifetime;
        return (await tail.Signals.ReadAsync(after, cancellationToken)).Where(signal => signal.IsFor(userId) && signal.Timestamp > oldest);
    }
}
