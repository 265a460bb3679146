using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Schedules.Rules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;
using FitServerless.Storage;
using Microsoft.Extensions.Logging;

namespace FitServerless.Schedules;

/// <summary>
/// Puts people into the index of who is due: new accounts, those whose settings have changed, and those who are not, or no longer, in it, because
/// a process died or a kind is new. For who stands where they should it is one read.
/// </summary>
internal sealed partial class SchedulePlanner(
    IDueStore due, IScheduleStore store, OccasionSchedules schedules, TimeProvider clock, ILogger<SchedulePlanner> logger) : IAccountWatch
{
    public async Task SeeAsync(Account account, CancellationToken cancellationToken)
    {
        try
        {
            await PlanAsync(Person.Of(account), cancellationToken);
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnplanned(account.Id, StorageFaults.Reason(e));
        }
    }

    /// <summary>
    /// First the new rows, then the note of where they are, then the old rows go. Killed in between, a row too many is left: once it is due, the
    /// run sees that it is not where the person's settings have it, and drops it.
    /// </summary>
    private async Task PlanAsync(Person person, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(person.Id, cancellationToken);
        var moves = schedules.All.Select(schedule => Move(schedule, person, stored[schedule.Kind])).OfType<ScheduleMove>().ToList();
        if (moves.Count == 0)
            return;
        await due.PutAsync(moves.Select(move => move.To).OfType<DueOccasion>(), cancellationToken);
        await store.SetAsync(person.Id, moves.Select(move => KeyValuePair.Create(move.Kind, move.Entry)), cancellationToken);
        await due.DeleteAsync(
            moves.Where(move => move.From?.Slot != move.To?.Slot).Select(move => move.From).OfType<DueOccasion>(), cancellationToken);
    }

    private ScheduleMove? Move(OccasionSchedule schedule, Person person, ScheduleEntry entry)
    {
        var from = entry.Planned is { } planned
            ? new DueOccasion(schedule.Kind, person.Id, planned.Slot, planned.LocalDate, entry.Served)
            : null;
        if (!schedule.IsWanted(person.Settings))
            return from is null ? null : new ScheduleMove(from, null, entry with { Planned = null });
        var now = clock.GetUtcNow();
        if (from is not null && schedule.IsCurrent(person, from) && from.Slot > now - OccasionSlots.LookBack)
            return null;
        var to = schedule.Plan(person, now, entry.Served);
        return new ScheduleMove(from, to, ScheduleEntry.Of(to));
    }

    [LoggerMessage(1502, LogLevel.Warning, "The schedule of {UserId} could not be made ({Reason}); it is when they are seen next")]
    private partial void LogUnplanned(string userId, string reason);
}
