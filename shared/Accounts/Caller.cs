namespace FitServerless.Accounts;

/// <summary>Who makes a request, by the word of their access token.</summary>
/// <param name="Tier">One of <see cref="Tiers"/>.</param>
public sealed record Caller(string Id, string Email, IReadOnlyList<string> Roles, string Tier = Tiers.Free);
