namespace FitServerless.Functions.Accounts;

/// <summary>The body of <c>POST /auth/refresh</c> and <c>POST /auth/logout</c>.</summary>
public sealed record RefreshRequest(string? RefreshToken);
