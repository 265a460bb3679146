namespace FitServerless.Accounts;

/// <summary>Who makes a request, by the word of their access token.</summary>
public sealed record Caller(string Id, string Email, IReadOnlyList<string> Roles);
