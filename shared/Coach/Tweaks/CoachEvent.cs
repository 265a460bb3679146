namespace FitServerless.Coach.Tweaks;

/// <summary>The body of <c>POST /event</c>, in snake_case: what happened in a workout just now.</summary>
public sealed record CoachEvent
{
    public const string SkipSet = "skip_set";
    public const string CompleteWorkout = "complete_workout";
    public const string StruggleSet = "struggle_set";

    /// <summary>One of the three names.</summary>
    public string? Event { get; init; }

    /// <summary>The client's word for who sends it; the token says who it is.</summary>
    public string? UserId { get; init; }

    public EventContext? Context { get; init; }

    public EventUserData? UserData { get; init; }
}
