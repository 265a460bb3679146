namespace FitServerless.Coach.Tweaks;

/// <summary>What is added to the plan, less where negative; what is missing stays.</summary>
/// <param name="Sets">Sets that are left of the exercise, or of each exercise of the next workout.</param>
/// <param name="Reps">Repetitions in each set.</param>
/// <param name="RestTime">Seconds.</param>
/// <param name="WeightPercent">Of the load.</param>
public sealed record TweakModifications(int? Sets = null, int? Reps = null, int? RestTime = null, double? WeightPercent = null);
