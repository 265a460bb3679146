namespace FitServerless.Accounts;

public abstract record RegisterOutcome
{
    private RegisterOutcome()
    {
    }

    public sealed record Registered(SignIn SignIn) : RegisterOutcome;

    public sealed record EmailTaken : RegisterOutcome;

    /// <summary>Registration is not open: a link was sent, whoever has the address.</summary>
    public sealed record LinkSent : RegisterOutcome;

    /// <summary>It is not, and there is nothing to send a link with.</summary>
    public sealed record NoMail : RegisterOutcome;

    public sealed record TooMany(TimeSpan Wait) : RegisterOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : RegisterOutcome;
}
