namespace FitServerless.Coach.Conversations;

/// <summary>What the coach knows of the person it talks to.</summary>
/// <param name="Workouts">Of the last four weeks, newest first.</param>
/// <param name="Streak">Days in a row with a workout.</param>
/// <param name="DaysThisWeek">Days with a workout among the last seven.</param>
/// <param name="DaysLastWeek">Among the seven before those.</param>
/// <param name="Goals">As the person's devices have stored them.</param>
internal sealed record Athlete(
    IReadOnlyList<RecentWorkout> Workouts, int Streak, int DaysThisWeek, int DaysLastWeek, IReadOnlyList<string> Goals)
{
    public static readonly Athlete Unknown = new([], 0, 0, 0, []);

    public RecentWorkout? Last => Workouts.Count > 0 ? Workouts[0] : null;
}
