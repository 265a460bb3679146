namespace FitServerless.Analytics;

/// <summary>Events, a table a UTC day.</summary>
public interface IEventStore
{
    /// <summary>
    /// Adds, or replaces those that are there. For each day one transaction, then one for each type and trainer of it; two more where the
    /// day's table is not there yet. Killed in between, a repeat completes it.
    /// </summary>
    /// <param name="events">At most <see cref="EventRules.MaxEvents"/>, and valid.</param>
    Task WriteAsync(string clientId, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken);

    /// <summary>
    /// Day by day. For each day one transaction for each 1,000 events of the scope; for everybody's, eight partitions of the type.
    /// </summary>
    IAsyncEnumerable<EventPoint> ReadAsync(EventScope scope, EventFilter filter, CancellationToken cancellationToken);

    /// <summary>All of a person, day by day. One transaction for each 1,000.</summary>
    IAsyncEnumerable<RecordedEvent> ExportAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>Forgets what a person did; what others did with them as a trainer stays theirs. Safe to repeat and to be killed in.</summary>
    Task EraseOwnAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Forgets a person, as a client and as a trainer of others. Safe to repeat and to be killed in.</summary>
    Task EraseAsync(string userId, CancellationToken cancellationToken);
}
