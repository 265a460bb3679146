using FitServerless.Backups.Archives;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups;

/// <summary>Makes archives of accounts.</summary>
public sealed class BackupSnapshots
{
    private readonly IReadOnlyList<IBackupSource> _sources;
    private readonly IReadOnlyList<IExportSource> _everything;
    private readonly BackupBlobs _blobs;
    private readonly BackupOptions _options;
    private readonly TimeProvider _clock;

    public BackupSnapshots(
        IEnumerable<IBackupSource> sources, IEnumerable<IExportSource> others, BackupBlobs blobs, IOptions<BackupOptions> options, TimeProvider clock)
    {
        _sources = [.. sources.OrderBy(source => source.Folder, StringComparer.Ordinal)];
        _everything = [.. others.Concat(_sources).OrderBy(source => source.Folder, StringComparer.Ordinal)];
        (_blobs, _options, _clock) = (blobs, options.Value, clock);
    }

    /// <summary>What the account is now: the same mark, the same backup.</summary>
    public async Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken)
    {
        var marks = await Task.WhenAll(_sources.Select(source => source.ReadMarkAsync(userId, cancellationToken)));
        return string.Join('-', marks);
    }

    /// <summary>Because the person asks.</summary>
    public async Task<BackupInfo> TakeNowAsync(string userId, CancellationToken cancellationToken)
    {
        var backup = await TakeAsync(userId, BackupId.OfMoment(BackupId.Exports, _clock.GetUtcNow()), cancellationToken);
        await TrimAsync(userId, BackupId.Exports, cancellationToken);
        return backup;
    }

    internal async Task TrimAsync(string userId, string kind, CancellationToken cancellationToken) =>
        await _blobs.TrimAsync(userId, await _blobs.ListAsync(userId, kind, cancellationToken), _options.SnapshotsKept, cancellationToken);

    /// <summary>Streamed to storage; two blocks of 4 MiB, and a part of JSON Lines, are all that is in memory.</summary>
    public async Task<BackupInfo> TakeAsync(string userId, BackupId id, CancellationToken cancellationToken)
    {
        var mark = await ReadMarkAsync(userId, cancellationToken);
        while (true)
        {
            await using var upload = _blobs.Write(userId, id);
            await WriteAsync(userId, _sources, upload, cancellationToken);
            // Otherwise another run of the same day's backup was first: its archive may be older than our mark.
            if (await upload.CommitAsync(mark, cancellationToken) is { } backup)
                return backup;
        }
    }

    /// <summary>Also what is no part of backups, because it cannot be put back.</summary>
    public Task ExportAsync(string userId, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(userId, _everything, output, cancellationToken);

    private static async Task WriteAsync(
        string userId, IEnumerable<IExportSource> sources, Stream output, CancellationToken cancellationToken)
    {
        await using var archive = new ArchiveWriter(output);
        foreach (var source in sources)
            await source.WriteAsync(userId, archive, cancellationToken);
        await archive.CompleteAsync(cancellationToken);
    }
}
