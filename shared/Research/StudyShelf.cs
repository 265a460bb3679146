using System.Globalization;

namespace FitServerless.Research;

/// <summary>The studies, for everybody to read. A process reads them once an hour: they change once a week.</summary>
public sealed class StudyShelf
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    private readonly StudyStore _store;
    private readonly TimeProvider _clock;
    private Copy? _copy;

    internal StudyShelf(StudyStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>The newest first.</summary>
    /// <param name="topic">Of <see cref="ResearchTopics.Ids"/>, or <c>null</c> for all.</param>
    public async Task<IReadOnlyList<Study>> ListAsync(string? topic, int limit, CancellationToken cancellationToken)
    {
        var studies = await ReadAsync(cancellationToken);
        return [.. studies.Where(study => topic is null || study.Topics.Contains(topic)).Take(limit)];
    }

    /// <summary>The newest study of one topic: they take turns, week by week. <c>null</c> where there are none.</summary>
    public async Task<Study?> OfWeekAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var studies = await ReadAsync(cancellationToken);
        var topics = ResearchTopics.Ids.Where(topic => studies.Any(study => study.Topics.Contains(topic))).ToList();
        if (topics.Count == 0)
            return null;
        var topic = topics[ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)) % topics.Count];
        return studies.First(study => study.Topics.Contains(topic));
    }

    /// <summary>What this process has just written is read at once.</summary>
    internal void Forget() => _copy = null;

    private async Task<IReadOnlyList<Study>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (_copy is { } copy && now < copy.ReadAt + GoodFor)
            return copy.Studies;
        var studies = (await _store.ReadAsync(cancellationToken)).Studies;
        _copy = new Copy(studies, now);
        return studies;
    }

    private sealed record Copy(IReadOnlyList<Study> Studies, DateTimeOffset ReadAt);
}
