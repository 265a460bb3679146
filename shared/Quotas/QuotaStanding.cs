namespace FitServerless.Quotas;

/// <summary>Where a user stands with one policy, for the headers of an answer.</summary>
/// <param name="Remaining">At least so many; another process may hold some of them just now.</param>
/// <param name="ResetSeconds">Until the window ends, rounded up.</param>
public sealed record QuotaStanding(QuotaPolicy Policy, int Remaining, int ResetSeconds);
