namespace FitServerless.Schedules.Runs;

/// <param name="Next">When the person comes next.</param>
internal sealed record OccasionOutcome(DueOccasion Due, Fate Fate, DueOccasion? Next = null);
