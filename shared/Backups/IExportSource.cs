using FitServerless.Backups.Archives;

namespace FitServerless.Backups;

/// <summary>
/// What one feature holds about a person, for the archive of everything that is held about them. Registered by the feature. Passwords, tokens
/// and keys belong in none.
/// </summary>
public interface IExportSource
{
    /// <summary>Its folder, unique: <c>conversations</c>. Archives are in the order of these.</summary>
    string Folder { get; }

    /// <summary>Writes in an order that depends on the content alone, and in constant memory.</summary>
    Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken);
}
