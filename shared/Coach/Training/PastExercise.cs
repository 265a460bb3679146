namespace FitServerless.Coach.Training;

/// <summary>An exercise in a workout that was done.</summary>
/// <param name="ExerciseId">Of <see cref="Exercises.ExerciseCatalogue"/>.</param>
public sealed record PastExercise(string ExerciseId, DateTimeOffset At, IReadOnlyList<PastSet> Sets)
{
    /// <summary>The load of all sets that had the heaviest; <c>null</c> for none.</summary>
    public double? LoadKg => Sets.Max(set => set.LoadKg);

    /// <summary>Of the sets with the heaviest load, the fewest.</summary>
    public int Reps => Sets.Where(set => set.LoadKg == LoadKg).Min(set => set.Reps);
}
