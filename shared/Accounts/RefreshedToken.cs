namespace FitServerless.Accounts;

public sealed record RefreshedToken(string AccountId, string Token);
