namespace FitServerless.Accounts;

/// <param name="Next">Where the next page begins; <c>null</c> on the last.</param>
public sealed record AccountPage(IReadOnlyList<AccountSummary> Accounts, string? Next);
