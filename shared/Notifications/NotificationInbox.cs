using FitServerless.Live;
using FitServerless.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Notifications;

/// <summary>Users' inboxes: where other features put what they have to say, and where a user finds it.</summary>
public sealed class NotificationInbox(
    INotificationStore store, NotificationTraces traces, LiveFeeds<Notification> feeds, IOptions<NotificationOptions> options, TimeProvider clock)
{
    /// <summary>With the pauses below about 2 s in all; writers of this process queue at <see cref="UserGates"/> and never get here.</summary>
    private const int MaxAttempts = 12;

    private readonly UserGates _gates = new();

    /// <summary>
    /// Puts a notification into the inbox and shows it to who listens. Safe to repeat until it returns: the id makes it one. Two transactions,
    /// and one more where it is about somebody.
    /// </summary>
    /// <returns>False when it was there already.</returns>
    /// <exception cref="ArgumentException">The id is none, or the data too long.</exception>
    /// <exception cref="SyncContentionException">Other processes kept writing first.</exception>
    public async Task<bool> AddAsync(string userId, NewNotification notification, CancellationToken cancellationToken)
    {
        var fitted = NotificationLimits.Fit(notification);
        if (fitted.About is { } about && about != userId)
            await traces.NoteAsync(about, userId, fitted.Id, clock.GetUtcNow().AddDays(options.Value.RetentionDays + 1), cancellationToken);
        using (await _gates.EnterAsync(userId, cancellationToken))
        {
            var outcome = await TryAddAsync(userId, fitted, cancellationToken);
            for (var attempt = 1; outcome == AddOutcome.HeadMoved; attempt++)
            {
                if (attempt == MaxAttempts)
                    throw new SyncContentionException();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 30 * attempt)), clock, cancellationToken);
                outcome = await TryAddAsync(userId, fitted, cancellationToken);
            }

            feeds.Wake(userId);
            return outcome == AddOutcome.Added;
        }
    }

    /// <summary>What is in the inbox behind <paramref name="after"/>, oldest first. One transaction.</summary>
    public Task<IReadOnlyList<Notification>> ListAsync(string userId, long after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(userId, after, limit, clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Where a listener starts: behind what it has seen, or at the end if it is new. A cursor beyond the end is not from this inbox, and so
    /// tells nothing of what was seen. One transaction.
    /// </summary>
    public async Task<long> StartAsync(string userId, long? seen, CancellationToken cancellationToken)
    {
        var end = (await store.ReadHeadAsync(userId, cancellationToken)).Last;
        return seen is null ? end : seen <= end ? seen.Value : 0;
    }

    /// <summary>What comes behind <paramref name="after"/>, in the pages in which it was read.</summary>
    public IAsyncEnumerable<IReadOnlyList<Notification>> ListenAsync(string userId, long after, CancellationToken cancellationToken) =>
        feeds.ListenAsync(userId, after, cancellationToken);

    public Task<int> CountUnreadAsync(string userId, CancellationToken cancellationToken) =>
        store.CountUnreadAsync(userId, clock.GetUtcNow(), cancellationToken);

    /// <summary>Marks one as read; the first time counts. At most three transactions.</summary>
    /// <returns>False when there is none with this id.</returns>
    public async Task<bool> ReadAsync(string userId, string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!DocumentIds.IsValid(id) || await store.FindAsync(userId, id, now, cancellationToken) is not { } found)
            return false;
        if (found.ReadAt is null)
            await store.MarkAsync(userId, [found.Sequence], NotificationMark.Read, now, cancellationToken);
        return true;
    }

    /// <summary>Marks all up to <paramref name="upTo"/> as read. One transaction for each page, and one for each hundred marked.</summary>
    public Task ReadAllAsync(string userId, long upTo, CancellationToken cancellationToken) =>
        MarkAllAsync(userId, 0, upTo, NotificationMark.Read, clock.GetUtcNow(), cancellationToken);

    /// <summary>Notes when a device got those behind <paramref name="after"/> up to <paramref name="upTo"/>; the first time counts.</summary>
    public Task DeliveredAsync(string userId, long after, long upTo, DateTimeOffset at, CancellationToken cancellationToken) =>
        MarkAllAsync(userId, after, upTo, NotificationMark.Delivered, at, cancellationToken);

    private async Task MarkAllAsync(
        string userId, long after, long upTo, NotificationMark mark, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const int Page = 1000;
        IReadOnlyList<Notification> page;
        do
        {
            page = await store.ReadAsync(userId, after, Page, clock.GetUtcNow(), cancellationToken);
            var unmarked = page.Where(one => one.Sequence <= upTo && (mark == NotificationMark.Read ? one.ReadAt : one.DeliveredAt) is null);
            await store.MarkAsync(userId, unmarked.Select(one => one.Sequence), mark, at, cancellationToken);
            after = page.Count > 0 ? page[^1].Sequence : upTo;
        }
        while (page.Count == Page && after < upTo);
    }

    private async Task<AddOutcome> TryAddAsync(string userId, NewNotification notification, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var head = await store.ReadHeadAsync(userId, cancellationToken);
        return await store.AddAsync(userId, head, notification, now, now.AddDays(options.Value.RetentionDays), cancellationToken);
    }
}
