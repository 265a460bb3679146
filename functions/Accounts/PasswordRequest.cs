namespace FitServerless.Functions.Accounts;

/// <summary>The body of <c>POST /auth/password</c>.</summary>
public sealed record PasswordRequest(string? Current, string? New);
