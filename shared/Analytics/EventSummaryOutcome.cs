namespace FitServerless.Analytics;

/// <summary>The answer to a question for events.</summary>
public abstract record EventSummaryOutcome
{
    private EventSummaryOutcome()
    {
    }

    public sealed record Found(EventSummary Summary) : EventSummaryOutcome;

    /// <summary>Not a time of at most <see cref="EventFilter.MaxDays"/>, no type where one is needed, or no type.</summary>
    public sealed record Invalid : EventSummaryOutcome;

    /// <summary>More than <see cref="EventSummaries.MaxEvents"/>: ask for less time, or for one type.</summary>
    public sealed record TooMuch : EventSummaryOutcome;

    /// <summary>The caller may not know.</summary>
    public sealed record Forbidden : EventSummaryOutcome;
}
