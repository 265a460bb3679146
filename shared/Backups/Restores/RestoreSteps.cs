using FitServerless.Backups.Archives;
using FitServerless.Sync;
using FitServerless.Workouts.Efforts;

namespace FitServerless.Backups.Restores;

/// <summary>All that a restore changes, once its archive is checked and its journal is written.</summary>
internal sealed class RestoreSteps(
    ISyncStore store,
    DocumentWriter writer,
    DocumentLayout layout,
    ThresholdSettings thresholds,
    RestoreJournals journals,
    IEnumerable<IFileRestore> files)
{
    private readonly Dictionary<string, IFileRestore> _files = files.ToDictionary(file => file.Folder, StringComparer.Ordinal);

    public ArchiveCheck Check() => new(_files.Values, layout);

    /// <summary>Safe to repeat, and to be killed in: repeated with the same journal it ends the same.</summary>
    public async Task<RestoreCounts> RunAsync(string userId, RestoreJournal journal, ArchiveReader archive, CancellationToken cancellationToken)
    {
        var weighing = await thresholds.FindAsync(userId, cancellationToken);
        var run = new RestoreRun(userId, journal, writer, layout, weighing, journals);
        await foreach (var file in archive.ReadAsync(cancellationToken))
        {
            if (file.Collection is { } collection)
                await run.PutAsync(collection, file.Content, cancellationToken);
            else if (_files.TryGetValue(file.Folder, out var known))
                await known.RestoreAsync(userId, file.Name[(file.Folder.Length + 1)..], file.Content, cancellationToken);
        }

        if (journal.Mode == RestoreMode.Replace)
            await run.DeleteOthersAsync(store, cancellationToken);
        return run.Counts;
    }
}
