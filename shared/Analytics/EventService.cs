using FitServerless.Accounts.Profiles;
using FitServerless.Administration.Switches;
using FitServerless.Quotas;
using Microsoft.Extensions.Options;

namespace FitServerless.Analytics;

/// <summary>Takes events.</summary>
public sealed class EventService(
    IEventStore store, IPeople people, QuotaService quotas, SwitchBoard switches, IOptions<AnalyticsOptions> options, TimeProvider clock)
{
    /// <summary>
    /// With 100 events each, 12,000 an hour at most: what one person can make a query read. A client that sends what it has every minute stays
    /// within half of it.
    /// </summary>
    private static readonly QuotaPolicy Batches = new("event-batches", 120, TimeSpan.FromHours(1));

    /// <summary>
    /// Stores a batch, but for what the operator does not want; safe to repeat. One transaction to see whether the person wants it, then for each
    /// day one, and one for each type and trainer of it; the first of a day two more.
    /// </summary>
    public async Task<EventOutcome> RecordAsync(string userId, EventBatch batch, CancellationToken cancellationToken)
    {
        if (EventRules.Check(batch, clock.GetUtcNow()) is { Count: > 0 } errors)
            return new EventOutcome.Invalid(errors);
        var quota = await quotas.TakeAsync(userId, Batches, cancellationToken);
        if (!quota.IsAllowed)
            return new EventOutcome.TooMany(quota.Standing.ResetSeconds);
        if (await people.FindAsync(userId, cancellationToken) is not { Settings.Privacy.Analytics: true })
            return new EventOutcome.OptedOut();
        var wanted = await WantedAsync([.. batch.Events!.Select(one => EventRules.ToEvent(one!))], cancellationToken);
        await store.WriteAsync(userId, wanted, cancellationToken);
        return new EventOutcome.Recorded(wanted.Count);
    }

    private async Task<IReadOnlyList<RecordedEvent>> WantedAsync(IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
    {
        var switched = await switches.ReadAsync(cancellationToken);
        var behavior = switched.TrackUserBehavior ?? options.Value.TrackUserBehavior;
        var measurements = switched.TrackPerformanceMetrics ?? options.Value.TrackPerformanceMetrics;
        return [.. events.Where(one => EventRules.IsMeasurement(one.Type) ? measurements : behavior)];
    }
}
