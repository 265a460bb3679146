namespace FitServerless.Accounts;

/// <summary>A refresh token and the session it belongs to.</summary>
public sealed record RefreshedToken(RefreshFamily Family, string Token);
