namespace FitServerless.Quotas;

/// <summary>Whether one more is within a policy.</summary>
public sealed record QuotaVerdict(bool IsAllowed, QuotaStanding Standing);
