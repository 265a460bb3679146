using FitServerless.Quotas;

namespace FitServerless.Coach;

/// <summary>What asking the coach came to.</summary>
public abstract record CoachOutcome<T>
{
    private CoachOutcome()
    {
    }

    /// <summary>Where the caller stands with the quotas that were counted.</summary>
    public IReadOnlyList<QuotaStanding> Standings { get; init; } = [];

    public sealed record Answered(T Answer) : CoachOutcome<T>;

    /// <summary>Too many requests.</summary>
    public sealed record Limited : CoachOutcome<T>;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : CoachOutcome<T>;

    /// <summary>Somebody whom no formula should advise.</summary>
    public sealed record SeeProfessional(string Reason) : CoachOutcome<T>;

    /// <summary>With these wishes there is no answer.</summary>
    public sealed record Impossible(string Reason) : CoachOutcome<T>;
}
