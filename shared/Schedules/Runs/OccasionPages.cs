using FitServerless.Schedules.Storage;

namespace FitServerless.Schedules.Runs;

/// <summary>Does the jobs of a page of people and moves them on. Killed anywhere, it can be run again: whom it had not moved is still due.</summary>
public sealed class OccasionPages
{
    /// <summary>What fits in one transaction.</summary>
    private const int Size = 100;

    /// <summary>
    /// Jobs wait for storage and models most of their time; more at once would need more connections than an instance has by default.
    /// </summary>
    private const int AtOnce = 8;

    private readonly IDueStore _due;
    private readonly IScheduleStore _schedules;
    private readonly OccasionRunner _runner;

    internal OccasionPages(IDueStore due, IScheduleStore schedules, OccasionRunner runner) => (_due, _schedules, _runner) = (due, schedules, runner);

    public async Task<PageResult> RunAsync(PageTask page, CancellationToken cancellationToken)
    {
        var read = await _due.ReadAsync(page.Shard, page.After, Size, cancellationToken);
        var outcomes = new OccasionOutcome[read.Due.Count];
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, outcomes.Length, limit, async (i, token) =>
            outcomes[i] = await RunAsync(read.Due[i], page.IsLastTry, token));
        await MoveOnAsync(outcomes, cancellationToken);
        return new PageResult(
            new RunCounts(Count(Fate.Served), Count(Fate.Moved), Count(Fate.Unknown) + Count(Fate.Unwanted), Count(Fate.SetAside)),
            Count(Fate.Left),
            read.Last);

        int Count(Fate fate) => outcomes.Count(outcome => outcome.Fate == fate);
    }

    private async ValueTask<OccasionOutcome> RunAsync(DueOccasion due, bool isLastTry, CancellationToken cancellationToken)
    {
        var outcome = await _runner.RunAsync(due, isLastTry, cancellationToken);
        return outcome is { Fate: Fate.Moved, Next: not null } && await IsElsewhereAsync(due, cancellationToken)
            ? outcome with { Next = null }
            : outcome;
    }

    /// <summary>
    /// A process that was killed has left this row and another: moved, it might take the place of what the run of that one plans at the same time.
    /// </summary>
    private async Task<bool> IsElsewhereAsync(DueOccasion due, CancellationToken cancellationToken) =>
        (await _schedules.FindAsync(due.UserId, cancellationToken))[due.Kind].Planned is { } planned
        && planned.Slot != due.Slot
        && await _due.HasAsync(due.Kind, planned.Slot, due.UserId, cancellationToken);

    /// <summary>The next row is there before the old one goes, so that nobody is lost between the two.</summary>
    private async Task MoveOnAsync(OccasionOutcome[] outcomes, CancellationToken cancellationToken)
    {
        var next = outcomes.Select(outcome => outcome.Next).OfType<DueOccasion>().ToList();
        await _due.PutAsync(next, cancellationToken);
        await _schedules.NoteAsync(next, cancellationToken);
        foreach (var outcome in outcomes.Where(outcome => !outcome.Due.IsReplay))
            await ForgetAsync(outcome, cancellationToken);
        await _due.DeleteAsync(outcomes.Where(IsOver).Select(outcome => outcome.Due), cancellationToken);
    }

    /// <summary>Not one that stays in its slot on another date, as happens to who moves from one side of the date line to the other.</summary>
    private static bool IsOver(OccasionOutcome outcome) => outcome.Fate != Fate.Left && outcome.Next?.Slot != outcome.Due.Slot;

    private Task ForgetAsync(OccasionOutcome outcome, CancellationToken cancellationToken) => outcome.Fate switch
    {
        Fate.Unknown => _schedules.DeleteAsync(outcome.Due.UserId, cancellationToken),
        Fate.Unwanted => _schedules.SetAsync(
            outcome.Due.UserId, [KeyValuePair.Create(outcome.Due.Kind, new ScheduleEntry(null, outcome.Due.Served))], cancellationToken),
        _ => Task.CompletedTask,
    };
}
