namespace FitServerless.Accounts.Profiles;

public abstract record ProfileOutcome
{
    private ProfileOutcome()
    {
    }

    public sealed record Updated(Account Account) : ProfileOutcome;

    /// <summary>It is not the version that the client has read.</summary>
    public sealed record Changed(Account Current) : ProfileOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : ProfileOutcome;

    public sealed record Gone : ProfileOutcome;
}
