using FitServerless.Backups.Restores;

namespace FitServerless.Functions.Backups;

/// <summary>What became of the documents of a backup.</summary>
/// <param name="Before">The backup of what there was before.</param>
public sealed record RestoredView(int Restored, int Unchanged, int Kept, int Deleted, string Before)
{
    public static RestoredView Of(RestoreOutcome.Done done) =>
        new(done.Counts.Restored, done.Counts.Unchanged, done.Counts.Kept, done.Counts.Deleted, done.Before.ToString());
}
