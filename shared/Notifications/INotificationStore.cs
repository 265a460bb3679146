namespace FitServerless.Notifications;

/// <summary>
/// The inboxes, each user's in one partition. Each method says what it costs in storage transactions. Faults of the service leave as
/// <see cref="Azure.RequestFailedException"/> after the client's own bounded retries.
/// </summary>
public interface INotificationStore
{
    /// <summary>The sequence given out last; 0 in an empty inbox. One transaction.</summary>
    Task<InboxHead> ReadHeadAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Puts it behind the head, all or nothing. One transaction; for a user who is new to this process up to three more.</summary>
    Task<AddOutcome> AddAsync(
        string userId, InboxHead head, NewNotification notification, DateTimeOffset now, DateTimeOffset expiresAt,
        CancellationToken cancellationToken);

    /// <summary>What has not expired behind <paramref name="after"/>, in order. One transaction.</summary>
    /// <param name="limit">At most 1,000.</param>
    Task<IReadOnlyList<Notification>> ReadAsync(
        string userId, long after, int limit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary><c>null</c> when there is none, or it has expired. Two transactions.</summary>
    Task<Notification?> FindAsync(string userId, string id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many have neither expired nor been read. One transaction for each thousand in the inbox.</summary>
    Task<int> CountUnreadAsync(string userId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Sets a time on those that a device got, or that are read. One transaction for each hundred; those that are gone are left out.
    /// </summary>
    Task MarkAsync(
        string userId, IEnumerable<long> sequences, NotificationMark mark, DateTimeOffset at, CancellationToken cancellationToken);
}
