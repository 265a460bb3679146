using FitServerless.Schedules.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Schedules.Runs;

/// <summary>Keeps the records of runs that operators read, and brings back whom they set aside.</summary>
public sealed class RunBook
{
    /// <summary>Of runs, and of people who were set aside.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private readonly IDueStore _due;
    private readonly IRunStore _runs;
    private readonly IOptions<ScheduleOptions> _options;
    private readonly TimeProvider _clock;

    internal RunBook(IDueStore due, IRunStore runs, IOptions<ScheduleOptions> options, TimeProvider clock) =>
        (_due, _runs, _options, _clock) = (due, runs, options, clock);

    public async Task<RunPlan> BeginAsync(RunKey run, CancellationToken cancellationToken)
    {
        var shards = new List<string>();
        await foreach (var shard in _due.FindShardsAsync(run.Kind, run.Slot, cancellationToken))
            shards.Add(shard);
        await _runs.BeginAsync(run, shards.Count, _clock.GetUtcNow(), cancellationToken);
        return new RunPlan(shards, _options.Value.Tries, _options.Value.RetrySeconds);
    }

    public Task EndAsync(RunEnd end, CancellationToken cancellationToken) => _runs.EndAsync(end, _clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Makes those who were set aside due again, each in the slot they had; who is too late by then is passed over. Killed between the two writes,
    /// somebody is due and set aside, and the next replay makes one of the two.
    /// </summary>
    public async Task ReplayAsync(OccasionKind kind, CancellationToken cancellationToken)
    {
        await foreach (var setAside in _runs.ListSetAsideAsync(kind, cancellationToken))
        {
            if (_clock.GetUtcNow() - setAside.Due.Slot > OccasionSlots.LookBack)
                continue;
            await _due.PutAsync([setAside.Due with { IsReplay = true }], cancellationToken);
            await _runs.DeleteAsync(setAside, cancellationToken);
        }
    }

    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<OccasionKind>())
            await _runs.PurgeAsync(kind, _clock.GetUtcNow() - Retention, cancellationToken);
    }
}
