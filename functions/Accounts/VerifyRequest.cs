namespace FitServerless.Functions.Accounts;

/// <summary>The body of <c>POST /auth/verify</c>, as JSON or as the form of our own page.</summary>
public sealed record VerifyRequest(string? Token, string? Code);
