using FitServerless.Sync;

namespace FitServerless.Backups.Restores;

/// <summary>
/// A restore that is under way. It is written before the first change and stays until the last: whoever repeats the restore goes on.
/// </summary>
/// <param name="Sha256">Of the backup: another one under the same name is another restore.</param>
/// <param name="Start">The log's end before the first change. What others have written behind it is later than the restore, and stays.</param>
/// <param name="At">When what it writes counts as edited, where something else stood.</param>
/// <param name="Before">The account as it was.</param>
/// <param name="Done">Documents of the archive that need not be looked at again.</param>
internal sealed record RestoreJournal(
    string RestoreId, BackupId Backup, string Sha256, RestoreMode Mode, Sequence Start, DateTimeOffset At, BackupId Before, int Done = 0)
{
    private readonly SeenMutation _mark = SeenMutation.Of("\nrestore", RestoreId);

    /// <summary>Told by what made a version that it was this restore.</summary>
    public SeenMutation Mark => _mark;

    public bool IsOf(BackupInfo backup, RestoreMode mode) => Backup == backup.Id && Sha256 == backup.Sha256 && Mode == mode;

    public bool Made(DocumentState state) => state.Past.Maker is { } maker && maker.IsSame(_mark);
}
