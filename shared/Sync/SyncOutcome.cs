namespace FitServerless.Sync;

/// <summary>What a sync came to.</summary>
public abstract record SyncOutcome
{
    private SyncOutcome()
    {
    }

    public sealed record Done(SyncAnswer Answer) : SyncOutcome;

    /// <summary>
    /// Deletes since the cursor are forgotten: the device starts over with no cursor, and drops what it then does not get. Nothing was written.
    /// </summary>
    public sealed record ResyncNeeded : SyncOutcome;
}
