namespace FitServerless.Backups.Restores;

/// <summary>A feature that puts files of archives back. Beside <see cref="IBackupSource"/>, on the same class.</summary>
internal interface IFolderRestore
{
    /// <summary>For one reading of one archive: to check it, or to put it back.</summary>
    FolderRestore Begin(string userId, RestoreMode mode);
}
