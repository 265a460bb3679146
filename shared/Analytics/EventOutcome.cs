namespace FitServerless.Analytics;

/// <summary>What became of a batch of events.</summary>
public abstract record EventOutcome
{
    private EventOutcome()
    {
    }

    /// <summary>All of them are stored, but for those of a kind that the operator does not want.</summary>
    public sealed record Recorded(int Count) : EventOutcome;

    /// <summary>The person does not want to be counted: nothing is stored.</summary>
    public sealed record OptedOut : EventOutcome;

    /// <summary>None of them is stored.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : EventOutcome;

    /// <summary>None of them is stored.</summary>
    public sealed record TooMany(int RetrySeconds) : EventOutcome;
}
