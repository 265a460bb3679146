namespace FitServerless.Functions.Privacy;

/// <summary>The body of <c>DELETE /api/account</c>.</summary>
public sealed record DeletionRequest(string? Password);
