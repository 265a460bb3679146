using FitServerless.Backups.Archives;

namespace FitServerless.Backups.Restores;

/// <summary>One folder of one archive, file by file in the archive's order: once to check all of it, and once more to put it back.</summary>
internal abstract class FolderRestore
{
    /// <summary>As in <see cref="IExportSource.Folder"/>.</summary>
    public abstract string Folder { get; }

    /// <summary>
    /// Whether this file can be put back, asked before anything is written. Names are the archive's, so whoever made that decides on them: a
    /// name that this accepts may become a part of a key.
    /// </summary>
    /// <exception cref="ArchiveFormatException">It cannot, and why.</exception>
    public abstract Task<bool> AcceptsAsync(ArchiveFile file, CancellationToken cancellationToken);

    /// <summary>Safe to repeat.</summary>
    public abstract Task RestoreAsync(ArchiveFile file, CancellationToken cancellationToken);

    /// <summary>After all files of an archive that replaces what is there: takes away what it does not have. Safe to repeat.</summary>
    /// <param name="before">What is from later stays.</param>
    public virtual Task DeleteOthersAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.CompletedTask;
}
