namespace FitServerless.Schedules.Runs;

/// <summary>
/// A person whose job failed as often as it is tried, for operators. Of the failure only its type: messages may hold what people wrote.
/// </summary>
internal sealed record SetAside(DueOccasion Due, string ErrorType, DateTimeOffset At);
