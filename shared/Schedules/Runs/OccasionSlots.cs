using FitServerless.Schedules.Rules;
using FitServerless.Schedules.Storage;

namespace FitServerless.Schedules.Runs;

/// <summary>
/// Which slots are to be run: all behind the watermark that hold somebody, so that firings may be missed, doubled or late. It looks further back, too:
/// for who was planned into a slot in the moment it was run, and for whom a run that failed has left.
/// </summary>
public sealed class OccasionSlots
{
    /// <summary>Longer than any occasion is of use.</summary>
    internal static readonly TimeSpan LookBack = TimeSpan.FromDays(8);

    /// <summary>Started by one firing; the next goes on. Five days of a kind for which every quarter hour holds somebody.</summary>
    private const int MaxRuns = 500;

    private readonly IDueStore _due;
    private readonly IRunStore _runs;
    private readonly OccasionJobs _jobs;
    private readonly TimeProvider _clock;

    internal OccasionSlots(IDueStore due, IRunStore runs, OccasionJobs jobs, TimeProvider clock) =>
        (_due, _runs, _jobs, _clock) = (due, runs, jobs, clock);

    /// <exception cref="InvalidOperationException">No job is registered for the kind: nobody is to be set aside for that.</exception>
    public async Task<SlotWindow> FindAsync(OccasionKind kind, CancellationToken cancellationToken)
    {
        _ = _jobs[kind];
        var watermark = await _runs.FindWatermarkAsync(kind, cancellationToken);
        var upTo = Quarters.Down(_clock.GetUtcNow());
        var from = (watermark.Slot is { } slot && slot < upTo ? slot : upTo) - LookBack;
        var found = new List<RunKey>();
        await foreach (var due in _due.FindSlotsAsync(kind, from, upTo, cancellationToken))
        {
            found.Add(new RunKey(kind, due));
            if (found.Count == MaxRuns)
                return new SlotWindow(found, watermark, due);
        }

        return new SlotWindow(found, watermark, upTo);
    }

    /// <summary>Once all its runs are started. It never goes back, whatever the clock does.</summary>
    public async Task PassAsync(SlotWindow window, CancellationToken cancellationToken)
    {
        if (window.Watermark.Slot is not { } slot || slot < window.UpTo)
            await _runs.TryAdvanceAsync(window.Watermark, window.UpTo, cancellationToken);
    }
}
