namespace FitServerless.Backups.Restores;

/// <summary>What a restore came to.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    /// <param name="Before">The account as it was.</param>
    public sealed record Done(RestoreCounts Counts, BackupId Before) : RestoreOutcome;

    public sealed record NotFound : RestoreOutcome;

    /// <summary>Nothing has changed: it is no archive of ours, or damaged.</summary>
    public sealed record Refused(string Reason) : RestoreOutcome;
}
