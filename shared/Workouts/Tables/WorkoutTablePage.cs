namespace FitServerless.Workouts.Tables;

/// <param name="Next">What to ask for the next page; <c>null</c> on the last.</param>
public sealed record WorkoutTablePage(byte[] Content, WorkoutQuery? Next)
{
    internal KnownNotes Notes { get; init; } = KnownNotes.None;
}
