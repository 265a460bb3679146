using FitServerless.Backups.Archives;

namespace FitServerless.Backups;

/// <summary>
/// What one feature puts into a person's archives, in folders of its own. Registered by the feature; archives take them in the order of their
/// names. Passwords, tokens and keys belong in none.
/// </summary>
public interface IBackupSource
{
    /// <summary>Its folder, unique: <c>collections</c>. The order of the archive, too.</summary>
    string Folder { get; }

    /// <summary>Part of daily backups and of restores; else only of the export of everything that is held about a person.</summary>
    bool IsRestorable { get; }

    /// <summary>
    /// Another text whenever <see cref="WriteAsync"/> would write something else; it is asked before that. Cheap: a day without changes costs
    /// no more than this. Of letters, digits and <c>-:.</c> only.
    /// </summary>
    Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Writes in an order that depends on the content alone, and in constant memory.</summary>
    Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken);
}
