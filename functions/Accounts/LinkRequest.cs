namespace FitServerless.Functions.Accounts;

/// <summary>The body of <c>POST /auth/magic-link</c>.</summary>
public sealed record LinkRequest(string? Email);
