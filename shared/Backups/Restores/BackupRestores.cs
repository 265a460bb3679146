using FitServerless.Backups.Archives;
using FitServerless.Sync;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups.Restores;

/// <summary>Puts backups back into their accounts. All of a backup is checked before the first change.</summary>
public sealed partial class BackupRestores
{
    private readonly BackupBlobs _blobs;
    private readonly BackupSnapshots _snapshots;
    private readonly ISyncStore _store;
    private readonly RestoreJournals _journals;
    private readonly RestoreSteps _steps;
    private readonly BackupOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<BackupRestores> _logger;

    internal BackupRestores(
        BackupBlobs blobs,
        BackupSnapshots snapshots,
        ISyncStore store,
        RestoreJournals journals,
        RestoreSteps steps,
        IOptions<BackupOptions> options,
        TimeProvider clock,
        ILogger<BackupRestores> logger)
    {
        (_blobs, _snapshots, _store, _journals, _steps) = (blobs, snapshots, store, journals, steps);
        (_options, _clock, _logger) = (options.Value, clock, logger);
    }

    /// <summary>
    /// Killed or failed on the way, the account has some of its documents as they were and some as they are in the backup, each of them whole.
    /// The same restore again goes on from there and ends as it would have. Or the backup that was taken before brings back what was.
    /// </summary>
    /// <exception cref="SyncContentionException">Other devices kept writing first.</exception>
    public async Task<RestoreOutcome> RestoreAsync(string userId, BackupId id, RestoreMode mode, CancellationToken cancellationToken)
    {
        try
        {
            if (await CheckAsync(userId, id, mode, cancellationToken) is not { } backup)
                return new RestoreOutcome.NotFound();
            var journal = await BeginAsync(userId, backup, mode, cancellationToken);
            if (await _blobs.OpenAsync(userId, id, cancellationToken) is not { } found)
                return new RestoreOutcome.NotFound();
            await using var content = found.Content;
            if (found.Info.Sha256 != backup.Sha256)
                return new RestoreOutcome.Refused("Another backup has taken its place just now.");
            var counts = await _steps.RunAsync(userId, journal, Reader(id, content), cancellationToken);
            await _journals.RemoveAsync(userId, cancellationToken);
            await _snapshots.TrimAsync(userId, BackupId.BeforeRestore, cancellationToken);
            return new RestoreOutcome.Done(counts, journal.Before);
        }
        catch (ArchiveFormatException e)
        {
            LogRefused(id.Kind);
            return new RestoreOutcome.Refused(e.Message);
        }
    }

    private async Task<BackupInfo?> CheckAsync(string userId, BackupId id, RestoreMode mode, CancellationToken cancellationToken)
    {
        if (await _blobs.OpenAsync(userId, id, cancellationToken) is not { } backup)
            return null;
        await using var content = backup.Content;
        await _steps.Check(userId, mode).RunAsync(Reader(id, content), cancellationToken);
        return backup.Info;
    }

    /// <summary>Goes on with this restore if it is under way, else begins it: the account as it is, then the journal.</summary>
    private async Task<RestoreJournal> BeginAsync(string userId, BackupInfo backup, RestoreMode mode, CancellationToken cancellationToken)
    {
        if (await _journals.FindAsync(userId, cancellationToken) is { } known && known.IsOf(backup, mode))
            return known;
        var now = _clock.GetUtcNow();
        // First the end of the log, then the copy: what comes between is in the copy and stays in the account, too.
        var head = await _store.ReadHeadAsync(userId, fresh: true, cancellationToken);
        var before = BackupId.OfMoment(BackupId.BeforeRestore, now);
        await _snapshots.TakeAsync(userId, before, cancellationToken);
        var restoreId = Guid.CreateVersion7(now).ToString("N");
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        var journal = new RestoreJournal(restoreId, backup.Id, backup.Sha256, mode, head.Last, at, before);
        await _journals.WriteAsync(userId, journal, cancellationToken);
        return journal;
    }

    private ArchiveReader Reader(BackupId id, Stream content) => new(
        content,
        new ArchiveLimits(
            id.Kind == BackupId.Uploads ? _options.MaxUnpackedBytes : long.MaxValue,
            id.Kind == BackupId.Uploads ? ArchiveLimits.BombRatio : int.MaxValue,
            id.Kind == BackupId.Uploads ? ArchiveLimits.Entries : int.MaxValue));

    [LoggerMessage(1401, LogLevel.Information, "A backup of the kind {Kind} is no archive to restore")]
    private partial void LogRefused(string kind);
}
