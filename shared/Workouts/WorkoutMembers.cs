namespace FitServerless.Workouts;

/// <summary>The members of a workout that its owner edits.</summary>
[Flags]
public enum WorkoutMembers
{
    None = 0,
    StartedAt = 1,
    EndedAt = 2,
    DurationSeconds = 4,
    SportType = 8,
    Title = 16,
    Notes = 32,
    Summary = 64,
    All = 127,
}
