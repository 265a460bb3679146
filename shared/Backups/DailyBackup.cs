using FitServerless.Schedules;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups;

/// <summary>
/// A person's backup of the day, if anything has changed; on Sundays the newest one becomes the week's. Nothing that an idle account has is
/// ever dropped by it: what goes is the oldest of more than are kept.
/// </summary>
internal sealed class DailyBackup(BackupBlobs blobs, BackupSnapshots snapshots, IOptions<BackupOptions> options) : IOccasionJob
{
    public OccasionKind Kind => OccasionKind.Backup;

    /// <summary>An idle account: the marks, which are four point reads, and a listing; on Sundays another one.</summary>
    public async Task RunAsync(Occasion occasion, CancellationToken cancellationToken)
    {
        var (user, day) = (occasion.UserId, occasion.LocalDate);
        var days = (await blobs.ListAsync(user, BackupId.Daily, cancellationToken)).ToList();
        if (days.Count == 0 || days[^1].Mark != await snapshots.ReadMarkAsync(user, cancellationToken))
        {
            var today = await snapshots.TakeAsync(user, BackupId.OfDay(day), cancellationToken);
            days = [.. days.Where(backup => backup.Id != today.Id), today];
            await blobs.TrimAsync(user, days, options.Value.DailyKept, cancellationToken);
        }

        if (day.DayOfWeek == DayOfWeek.Sunday && options.Value.WeeklyKept > 0)
            await RollUpAsync(user, days[^1], BackupId.OfWeek(day), cancellationToken);
    }

    private async Task RollUpAsync(string user, BackupInfo newest, BackupId week, CancellationToken cancellationToken)
    {
        var weeks = await blobs.ListAsync(user, BackupId.Weekly, cancellationToken);
        if (weeks.Any(backup => backup.Sha256 == newest.Sha256))
            return;
        await blobs.CopyAsync(user, newest, week, cancellationToken);
        await blobs.TrimAsync(
            user, [.. weeks.Where(backup => backup.Id != week), newest with { Id = week }], options.Value.WeeklyKept, cancellationToken);
    }
}
