namespace FitServerless.Briefings.Log;

/// <summary>Something that a person means to do on a day.</summary>
/// <param name="Title">The person's own words.</param>
/// <param name="At">The time of day, where there is one.</param>
/// <param name="Priority">1 comes first; 3 unless said.</param>
/// <param name="IsDone">The person, or a device, says so.</param>
public sealed record PlannedSession(
    DateOnly Day, string Title, string? Sport = null, int? Minutes = null, TimeOnly? At = null, int Priority = 3, bool IsDone = false);
