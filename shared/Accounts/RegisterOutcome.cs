namespace FitServerless.Accounts;

public abstract record RegisterOutcome
{
    private RegisterOutcome()
    {
    }

    public sealed record Registered(SignIn SignIn) : RegisterOutcome;

    public sealed record EmailTaken : RegisterOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : RegisterOutcome;
}
