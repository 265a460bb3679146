using FitServerless.Accounts.Profiles;
using FitServerless.Analytics;
using FitServerless.Briefings.Reports;
using FitServerless.Stats;

namespace FitServerless.Briefings.Log;

/// <summary>Reads how a person used the app, where the person lets features count that.</summary>
internal sealed class AppUseReader(IEventStore events)
{
    /// <summary>Of both periods together; a report tells nothing of more. Twenty pages.</summary>
    private const int MaxEvents = 20_000;

    private const int Told = 3;

    /// <summary>
    /// None for somebody who has said no. Otherwise one transaction for each UTC day that the periods touch (15 for weeks, 63 for months), and one
    /// for each 1,000 events more: at most 36, or 84.
    /// </summary>
    /// <returns><c>null</c> where there is nothing to tell.</returns>
    public async Task<AppUseFacts?> ReadAsync(Person person, ReportPeriods periods, CancellationToken cancellationToken)
    {
        if (!person.Settings.Privacy.Analytics)
            return null;
        var days = new LocalDays(person.Zone);
        var filter = new EventFilter(days.StartOf(periods.Before), days.StartOf(periods.Last.AddDays(1)), Type: null);
        var (now, before) = (new List<EventPoint>(), new List<EventPoint>());
        await foreach (var point in events.ReadAsync(new EventScope.Client(person.Id), filter, cancellationToken))
        {
            if (now.Count + before.Count == MaxEvents)
                return null;
            (days.Of(point.At) < periods.First ? before : now).Add(point);
        }

        return now.Count + before.Count == 0 ? null : new AppUseFacts(DaysOf(now), now.Count, MostOf(now), DaysOf(before), before.Count);

        int DaysOf(List<EventPoint> points) => points.Select(point => days.Of(point.At)).Distinct().Count();
    }

    private static IReadOnlyList<EventTypeCount> MostOf(IEnumerable<EventPoint> points) =>
    [
        .. points.CountBy(point => point.Type).OrderByDescending(type => type.Value).ThenBy(type => type.Key, StringComparer.Ordinal)
            .Take(Told).Select(type => new EventTypeCount(type.Key, type.Value)),
    ];
}
