namespace FitServerless.Sharing;

public abstract record ShareOutcome
{
    private ShareOutcome()
    {
    }

    public sealed record Given(Share Share) : ShareOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : ShareOutcome;

    /// <summary>The owner has no such thing.</summary>
    public sealed record NotFound : ShareOutcome;

    /// <summary>Nobody else could read it.</summary>
    public sealed record Encrypted : ShareOutcome;

    public sealed record TooMany : ShareOutcome;

    /// <summary>The session has ended meanwhile.</summary>
    public sealed record SignedOut : ShareOutcome;
}
