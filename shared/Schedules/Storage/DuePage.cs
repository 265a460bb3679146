namespace FitServerless.Schedules.Storage;

/// <param name="Last">The key behind which the next page begins; <c>null</c> when this is the last.</param>
internal sealed record DuePage(IReadOnlyList<DueOccasion> Due, string? Last);
