namespace FitServerless.Schedules.Runs;

/// <param name="Left">How many are to be tried again.</param>
/// <param name="Last">The key behind which the next page begins; <c>null</c> when there is none.</param>
public sealed record PageResult(RunCounts Counts, int Left, string? Last);
