using FitServerless.Accounts;
using FitServerless.Grants;

namespace FitServerless.Analytics;

/// <summary>Counts, sums and averages of events: for their people, for trainers by what clients grant, and for admins.</summary>
public sealed class EventSummaries(IEventStore store, GrantDirectory grants, AdminAccess admins)
{
    /// <summary>A hundred pages, about a second: what one question may cost.</summary>
    public const int MaxEvents = 100_000;

    /// <summary>A person's own. Costs what <see cref="IEventStore.ReadAsync"/> costs.</summary>
    public Task<EventSummaryOutcome> OfClientAsync(string userId, EventFilter filter, CancellationToken cancellationToken) =>
        ReadAsync(new EventScope.Client(userId), filter, (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>
    /// What concerns a trainer, of those clients who let the trainer read now; each finds it in the audit trail. As
    /// <see cref="OfClientAsync"/>, and for each client up to four transactions.
    /// </summary>
    public Task<EventSummaryOutcome> OfTrainerAsync(Caller trainer, EventFilter filter, CancellationToken cancellationToken) => ReadAsync(
        new EventScope.Trainer(trainer.Id),
        filter,
        (clientId, stopping) => grants.UseAsync(trainer, clientId, GrantScopes.Read, ClientData.Events, stopping),
        cancellationToken);

    /// <summary>
    /// Everybody's of one type, for admins; it stands in the admin's audit trail. As <see cref="OfClientAsync"/>, and three transactions.
    /// </summary>
    public async Task<EventSummaryOutcome> OfAllAsync(Caller admin, EventFilter filter, CancellationToken cancellationToken)
    {
        if (!await admins.IsAdminAsync(admin, cancellationToken))
            return new EventSummaryOutcome.Forbidden();
        if (filter.Type is null)
            return new EventSummaryOutcome.Invalid();
        var outcome = await ReadAsync(new EventScope.All(), filter, (_, _) => Task.FromResult(true), cancellationToken);
        if (outcome is EventSummaryOutcome.Found)
            await admins.NoteAsync(admin, $"events of everybody summed up: {filter.Type}", cancellationToken);
        return outcome;
    }

    private async Task<EventSummaryOutcome> ReadAsync(
        EventScope scope, EventFilter filter, Func<string, CancellationToken, Task<bool>> isAllowed, CancellationToken cancellationToken)
    {
        if (!filter.IsValid)
            return new EventSummaryOutcome.Invalid();
        var allowed = new Dictionary<string, bool>(StringComparer.Ordinal);
        var days = new SortedDictionary<DateOnly, EventTally>();
        var (total, read) = (EventTally.Nothing, 0);
        await foreach (var point in store.ReadAsync(scope, filter, cancellationToken))
        {
            if (++read > MaxEvents)
                return new EventSummaryOutcome.TooMuch();
            if (!allowed.TryGetValue(point.ClientId, out var may))
                allowed[point.ClientId] = may = await isAllowed(point.ClientId, cancellationToken);
            if (!may)
                continue;
            total = total.Add(point.Value);
            var day = DateOnly.FromDateTime(point.At.UtcDateTime);
            days[day] = days.GetValueOrDefault(day, EventTally.Nothing).Add(point.Value);
        }

        return new EventSummaryOutcome.Found(new EventSummary(total, [.. days.Select(day => new EventDay(day.Key, day.Value))]));
    }
}
