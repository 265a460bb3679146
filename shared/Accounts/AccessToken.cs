namespace FitServerless.Accounts;

public sealed record AccessToken(string Token, DateTimeOffset ExpiresAt);
