namespace FitServerless.Workouts.Tables;

/// <param name="NextCursor"><c>null</c> on the last page.</param>
public sealed record WorkoutTablePage(byte[] Content, string? NextCursor);
