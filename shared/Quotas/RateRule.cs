namespace FitServerless.Quotas;

/// <summary>One of the limits of a class of routes.</summary>
/// <param name="IsOfSource">It counts by network source; else by user.</param>
/// <param name="IsOfProcess">Each process counts for itself.</param>
/// <param name="IsTold">In every answer; else only when it refuses.</param>
internal sealed record RateRule(QuotaPolicy Policy, bool IsOfSource = false, bool IsOfProcess = false, bool IsTold = true);
