namespace FitServerless.Functions.Administration;

/// <summary>The body of <c>PUT /api/admin/users/{userId}/suspension</c>.</summary>
public sealed record SuspensionRequest(string? Reason);
