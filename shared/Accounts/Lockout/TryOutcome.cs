namespace FitServerless.Accounts.Lockout;

public abstract record TryOutcome
{
    private TryOutcome()
    {
    }

    /// <param name="FailedBefore">Failures that this one ended.</param>
    public sealed record Right(int FailedBefore) : TryOutcome;

    public sealed record Wrong : TryOutcome;

    /// <summary>Not even looked at; it does not count.</summary>
    public sealed record TooSoon(TimeSpan Wait) : TryOutcome;
}
