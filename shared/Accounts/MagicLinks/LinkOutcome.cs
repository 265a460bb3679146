namespace FitServerless.Accounts.MagicLinks;

public abstract record LinkOutcome
{
    private LinkOutcome()
    {
    }

    /// <summary>Whoever has the address; and also when too many were sent to it, and this one was not.</summary>
    public sealed record Accepted : LinkOutcome;

    public sealed record NoAddress : LinkOutcome;

    /// <summary>There is nothing to send letters with.</summary>
    public sealed record NoMail : LinkOutcome;

    public sealed record TooMany(TimeSpan Wait) : LinkOutcome;
}
