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
    IEnumerable<IFolderRestore> folders)
{
    public ArchiveCheck Check(string userId, RestoreMode mode) => new(folders.Select(folder => folder.Begin(userId, mode)), layout);

    /// <summary>Safe to repeat, and to be killed in: repeated with the same journal it ends the same.</summary>
    public async Task<RestoreCounts> RunAsync(string userId, RestoreJournal journal, ArchiveReader archive, CancellationToken cancellationToken)
    {
        var weighing = await thresholds.FindAsync(userId, cancellationToken);
        var restores = folders.Select(folder => folder.Begin(userId, journal.Mode)).ToDictionary(folder => folder.Folder, StringComparer.Ordinal);
        var run = new RestoreRun(userId, journal, writer, layout, weighing, journals);
        await foreach (var file in archive.ReadAsync(cancellationToken))
        {
            if (file.Collection is { } collection)
                await run.PutAsync(collection, file.Content, cancellationToken);
            else if (restores.TryGetValue(file.Folder, out var folder))
                await folder.RestoreAsync(file, cancellationToken);
        }

        if (journal.Mode == RestoreMode.Merge)
            return run.Counts;
        await run.DeleteOthersAsync(store, cancellationToken);
        foreach (var folder in restores.Values)
            await folder.DeleteOthersAsync(journal.At, cancellationToken);
        return run.Counts;
    }
}
