using FitServerless.Backups.Archives;

namespace FitServerless.Backups;

/// <summary>A source whose archived files can be put back. Beside <see cref="IBackupSource"/>, on the same class.</summary>
public interface IFileRestore
{
    /// <summary>As in <see cref="IExportSource.Folder"/>.</summary>
    string Folder { get; }

    /// <summary>
    /// Whether this is a file of its own, asked before anything is written. The name is the archive's, so whoever made that decides on it: a
    /// name that this accepts may become a part of a key.
    /// </summary>
    bool Accepts(ArchiveEntry entry);

    /// <summary>Puts it back, over what is there. Safe to repeat.</summary>
    /// <param name="name">Without the folder.</param>
    Task RestoreAsync(string userId, string name, Stream content, CancellationToken cancellationToken);
}
