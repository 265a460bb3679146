namespace FitServerless.Backups;

/// <summary>What is also part of backups. Files that can be put back need <see cref="Restores.IFolderRestore"/> beside it.</summary>
public interface IBackupSource : IExportSource
{
    /// <summary>
    /// Another text whenever <see cref="IExportSource.WriteAsync"/> would write something else; it is asked before that. Cheap: a day without
    /// changes costs no more than this. Of letters, digits and <c>-:.</c> only.
    /// </summary>
    Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken);
}
