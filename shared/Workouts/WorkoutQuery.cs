namespace FitServerless.Workouts;

/// <summary>Which workouts to list, newest first.</summary>
/// <param name="Limit">1 to 1,000.</param>
/// <param name="Cursor">From the page before.</param>
public sealed record WorkoutQuery(
    int Limit, string? Cursor = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Sport = null);
