using FitServerless.Quotas;

namespace FitServerless.Coach.Conversations;

/// <summary>What sending a message came to, before there is a reply.</summary>
public abstract record MessageOutcome
{
    private MessageOutcome()
    {
    }

    public IReadOnlyList<QuotaStanding> Standings { get; init; } = [];

    public sealed record Ready(PendingReply Reply) : MessageOutcome;

    /// <summary>The message had its reply before.</summary>
    public sealed record Repeated(Turn Turn) : MessageOutcome;

    public sealed record NotFound : MessageOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : MessageOutcome;

    /// <summary>Too many requests.</summary>
    public sealed record Limited : MessageOutcome;
}
