namespace FitServerless.Analytics;

/// <summary>Whose events a query is about. Each is found in partitions of its own.</summary>
public abstract record EventScope
{
    private EventScope()
    {
    }

    /// <summary>One person's, of one type or of all.</summary>
    public sealed record Client(string UserId) : EventScope;

    /// <summary>Those that concern a trainer, whoever's they are.</summary>
    public sealed record Trainer(string UserId) : EventScope;

    /// <summary>Everybody's of one type.</summary>
    public sealed record All : EventScope;
}
