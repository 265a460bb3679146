namespace FitServerless.Backups.Restores;

/// <summary>Documents, by what became of them. A restore that goes on where another was killed counts its own.</summary>
/// <param name="Restored">Written.</param>
/// <param name="Unchanged">They were there as they are in the backup.</param>
/// <param name="Kept">The account's own are later, or were written while this ran.</param>
/// <param name="Deleted">They were not in the backup.</param>
public sealed record RestoreCounts(int Restored = 0, int Unchanged = 0, int Kept = 0, int Deleted = 0);
