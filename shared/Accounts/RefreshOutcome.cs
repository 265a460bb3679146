namespace FitServerless.Accounts;

public abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    public sealed record Refreshed(SignIn SignIn) : RefreshOutcome;

    /// <summary>The refresh token is not, or no longer, good.</summary>
    public sealed record Refused : RefreshOutcome;

    /// <summary>It is, and the account is suspended.</summary>
    public sealed record Suspended : RefreshOutcome;
}
