namespace FitServerless.Grants;

public abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    public sealed record Given(Grant Grant) : GrantOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : GrantOutcome;

    public sealed record TooMany : GrantOutcome;

    /// <summary>The session has ended meanwhile.</summary>
    public sealed record SignedOut : GrantOutcome;
}
