namespace FitServerless.Accounts.Lockout;

public abstract record TryOutcome
{
    private TryOutcome()
    {
    }

    public sealed record Right : TryOutcome;

    public sealed record Wrong : TryOutcome;

    /// <summary>Not even looked at; it does not count.</summary>
    public sealed record TooSoon(TimeSpan Wait) : TryOutcome;
}
