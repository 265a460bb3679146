namespace FitServerless.Quotas;

/// <summary>Whether a request may pass, and where its sender stands with each limit of the route.</summary>
/// <param name="RetryAfterSeconds">0 when it may.</param>
public sealed record RateVerdict(IReadOnlyList<QuotaStanding> Standings, int RetryAfterSeconds)
{
    public bool IsAllowed => RetryAfterSeconds == 0;
}
