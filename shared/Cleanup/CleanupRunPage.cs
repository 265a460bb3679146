namespace FitServerless.Cleanup;

/// <param name="Next">Where the next page begins; <c>null</c> on the last.</param>
public sealed record CleanupRunPage(IReadOnlyList<CleanupRun> Runs, string? Next);
