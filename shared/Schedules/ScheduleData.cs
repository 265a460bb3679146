using FitServerless.Privacy;
using FitServerless.Schedules.Storage;

namespace FitServerless.Schedules;

/// <summary>A person's place in the index, and notes that they were set aside.</summary>
internal sealed class ScheduleData(IDueStore due, IScheduleStore schedules, IRunStore runs) : IPersonalData
{
    public string Name => "schedules";

    /// <summary>
    /// The schedule goes last: it says where the rest is. A run that has the person in hand may write a row once more; when it is due, the run
    /// finds no account and deletes both.
    /// </summary>
    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<OccasionKind>())
        {
            await foreach (var setAside in runs.ListSetAsideAsync(kind, cancellationToken))
            {
                if (setAside.Due.UserId == userId)
                    await runs.DeleteAsync(setAside, cancellationToken);
            }
        }

        var stored = await schedules.FindAsync(userId, cancellationToken);
        var planned = stored.Entries.Where(entry => entry.Value.Planned is not null);
        await due.DeleteAsync(
            planned.Select(entry => new DueOccasion(
                entry.Key, userId, entry.Value.Planned!.Slot, entry.Value.Planned.LocalDate, entry.Value.Served)),
            cancellationToken);
        await schedules.DeleteAsync(userId, cancellationToken);
    }
}
