namespace FitServerless.Backups.Restores;

public enum RestoreMode
{
    /// <summary>
    /// As if a device pushed the backup: what is missing comes back, of two versions the later stands, and what was deleted later stays
    /// deleted.
    /// </summary>
    Merge,

    /// <summary>The account becomes what it was. What came since is deleted, and can be had from the backup that is taken before.</summary>
    Replace,
}
