namespace FitServerless.Functions.Accounts;

/// <summary>The body of <c>POST /auth/2fa/confirm</c> and <c>/disable</c>, of which the latter takes either.</summary>
public sealed record CodeRequest(string? Code, string? Password);
