namespace FitServerless.Functions.Privacy;

/// <summary>The body of <c>DELETE /api/account</c>: the password, or a code of the second factor.</summary>
public sealed record DeletionRequest(string? Password, string? Code);
