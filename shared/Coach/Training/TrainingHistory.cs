namespace FitServerless.Coach.Training;

/// <summary>What somebody did lately.</summary>
/// <param name="Exercises">Newest first.</param>
public sealed record TrainingHistory(IReadOnlyList<PastExercise> Exercises)
{
    public static TrainingHistory None { get; } = new([]);

    public PastExercise? Last(string exerciseId) => Exercises.FirstOrDefault(past => past.ExerciseId == exerciseId);
}
