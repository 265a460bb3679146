using System.Collections.Concurrent;
using FitServerless.Schedules;

namespace FitServerless.Tests.Schedules;

/// <summary>Writes down what it is asked to do, as jobs do: a repeat changes nothing.</summary>
internal sealed class JournalJob(OccasionKind kind = OccasionKind.DailyBriefing) : IOccasionJob
{
    public OccasionKind Kind => kind;

    /// <summary>By person and local date, how often.</summary>
    public ConcurrentDictionary<(string UserId, DateOnly Date), int> Done { get; } = [];

    /// <summary>Whose job fails.</summary>
    public ConcurrentDictionary<string, Exception> Poisoned { get; } = [];

    public Func<Occasion, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task RunAsync(Occasion occasion, CancellationToken cancellationToken)
    {
        await Before(occasion);
        if (Poisoned.TryGetValue(occasion.UserId, out var failure))
            throw failure;
        Done.AddOrUpdate((occasion.UserId, occasion.LocalDate), 1, (_, times) => times + 1);
    }

    public IReadOnlyList<DateOnly> DatesOf(string userId) =>
        [.. Done.Keys.Where(key => key.UserId == userId).Select(key => key.Date).Order()];
}
