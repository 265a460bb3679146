namespace FitServerless.Accounts;

public abstract record LoginOutcome
{
    private LoginOutcome()
    {
    }

    public sealed record SignedIn(SignIn SignIn) : LoginOutcome;

    /// <summary>E-mail and password do not belong together, whichever is wrong.</summary>
    public sealed record Refused : LoginOutcome;

    /// <summary>They do, and the account has a second factor.</summary>
    public sealed record CodeRequired : LoginOutcome;

    public sealed record WrongCode : LoginOutcome;

    /// <summary>All is right, and the account is suspended.</summary>
    public sealed record Suspended : LoginOutcome;

    public sealed record TooSoon(TimeSpan Wait) : LoginOutcome;
}
