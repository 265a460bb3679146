namespace FitServerless.Privacy;

/// <summary>What became of somebody's wish to be forgotten.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    /// <summary>The account is closed, and the job stored; it is to be started. Also when it was asked for before.</summary>
    public sealed record Accepted(string JobId) : ErasureOutcome;

    /// <summary>Neither password nor code was given, and the sign-in is not one by a link of moments ago.</summary>
    public sealed record ProofNeeded : ErasureOutcome;

    public sealed record WrongProof : ErasureOutcome;

    /// <summary>Too many wrong ones; not even looked at.</summary>
    public sealed record TooSoon(TimeSpan Wait) : ErasureOutcome;

    /// <summary>All is gone already.</summary>
    public sealed record NoAccount : ErasureOutcome;
}
