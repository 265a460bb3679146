namespace FitServerless.Accounts.MagicLinks;

public abstract record VerifyOutcome
{
    private VerifyOutcome()
    {
    }

    public sealed record SignedIn(SignIn SignIn) : VerifyOutcome;

    /// <summary>Never sent, used, or too old.</summary>
    public sealed record Refused : VerifyOutcome;

    /// <summary>The account has a second factor. The link is still good.</summary>
    public sealed record CodeRequired : VerifyOutcome;

    /// <summary>The link is still good.</summary>
    public sealed record WrongCode : VerifyOutcome;

    /// <summary>All is right, and the account is suspended. The link is still good.</summary>
    public sealed record Suspended : VerifyOutcome;

    public sealed record TooSoon(TimeSpan Wait) : VerifyOutcome;
}
