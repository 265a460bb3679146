using FitServerless.Backups;
using FitServerless.Schedules;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Backups;

[Collection(SharedStorage.Name)]
public sealed class DailyBackupTests(StorageFixture storage)
{
    private readonly BackupProcess _process = new(Guid.NewGuid().ToString(), storage);

    [Fact]
    public async Task Seven_days_and_eight_weeks_are_kept()
    {
        var first = new DateOnly(2025, 11, 3);
        for (var day = first; day < first.AddDays(80); day = day.AddDays(1))
        {
            await _process.PutAsync("goals", "g", $$"""{"day":"{{day:yyyy-MM-dd}}"}""");
            await RunAsync(day);
        }

        var last = first.AddDays(79);
        var kept = await _process.Blobs.ListAsync(_process.UserId, default);
        Assert.Equal(Enumerable.Range(-6, 7).Select(ago => $"daily/{last.AddDays(ago):yyyy-MM-dd}"), Names(kept, BackupId.Daily));
        Assert.Equal(
            ["2025-W48", "2025-W49", "2025-W50", "2025-W51", "2025-W52", "2026-W01", "2026-W02", "2026-W03"],
            Names(kept, BackupId.Weekly).Select(name => name["weekly/".Length..]));
        // A week's backup is its Sunday's.
        var sunday = Archive.Lines(await _process.ReadAsync(BackupId.OfWeek(new DateOnly(2026, 1, 11))), "goals");
        Assert.Contains("2026-01-11", Assert.Single(sunday), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_changes_makes_none_and_drops_none()
    {
        var day = new DateOnly(2025, 11, 3);
        await _process.PutAsync("goals", "g", "{}");
        await RunAsync(day);
        for (var later = 1; later < 30; later++)
            await RunAsync(day.AddDays(later));
        Assert.Equal(["daily/2025-11-03", "weekly/2025-W45"], Names(await _process.Blobs.ListAsync(_process.UserId, default)));
    }

    [Fact]
    public async Task The_same_day_again_has_what_came_since()
    {
        var day = new DateOnly(2025, 11, 4);
        await _process.PutAsync("goals", "g", """{"n":1}""");
        await RunAsync(day);
        await _process.PutAsync("goals", "g", """{"n":2}""");
        await RunAsync(day);
        Assert.Equal(["daily/2025-11-04"], Names(await _process.Blobs.ListAsync(_process.UserId, default)));
        Assert.Contains("\"n\":2", Assert.Single(Archive.Lines(await _process.ReadAsync(BackupId.OfDay(day)), "goals")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idle_account_costs_a_point_read_for_documents_two_for_files_and_a_listing()
    {
        var day = new DateOnly(2025, 11, 4);
        await _process.PutAsync("goals", "g", "{}");
        await RunAsync(day);
        var counting = new CountingPolicy();
        var next = new BackupProcess(_process.UserId, storage, counting);
        Assert.Equal(4, await counting.CountAsync(() => next.Job.RunAsync(Occasion(day.AddDays(1)), default)));
    }

    private Task RunAsync(DateOnly day) => _process.Job.RunAsync(Occasion(day), default);

    private Occasion Occasion(DateOnly day) =>
        new(OccasionKind.Backup, _process.UserId, day, new DateTimeOffset(day, new TimeOnly(2, 0), TimeSpan.Zero));

    private static IReadOnlyList<string> Names(IEnumerable<BackupInfo> backups, string? kind = null) =>
        [.. backups.Where(backup => kind is null || backup.Id.Kind == kind).Select(backup => backup.Id.ToString())];
}
