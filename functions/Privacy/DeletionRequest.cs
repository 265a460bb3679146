namespace FitServerless.Functions.Privacy;

/// <summary>The body of <c>DELETE /api/account</c>: the password, or a code of the second factor; neither right after a sign-in by a link.</summary>
public sealed record DeletionRequest(string? Password, string? Code);
