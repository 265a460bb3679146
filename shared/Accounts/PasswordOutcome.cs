namespace FitServerless.Accounts;

public abstract record PasswordOutcome
{
    private PasswordOutcome()
    {
    }

    public sealed record Changed : PasswordOutcome;

    /// <summary>The session has ended meanwhile.</summary>
    public sealed record SignedOut : PasswordOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : PasswordOutcome;

    public sealed record WrongPassword : PasswordOutcome;

    public sealed record TooSoon(TimeSpan Wait) : PasswordOutcome;
}
