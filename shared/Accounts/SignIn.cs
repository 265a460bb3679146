namespace FitServerless.Accounts;

/// <summary>A signed-in person's tokens.</summary>
public sealed record SignIn(Account Account, AccessToken Access, string RefreshToken);
