namespace FitServerless.Privacy;

/// <summary>What became of somebody's wish to be forgotten.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    /// <summary>The account is closed, and the job stored; it is to be started. Also when it was asked for before.</summary>
    public sealed record Accepted(string JobId) : ErasureOutcome;

    public sealed record WrongPassword : ErasureOutcome;

    /// <summary>All is gone already.</summary>
    public sealed record NoAccount : ErasureOutcome;
}
