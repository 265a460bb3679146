namespace FitServerless.Exercises;

/// <summary>An exercise that was searched for and found.</summary>
/// <param name="Difficulty">beginner, intermediate or advanced.</param>
/// <param name="Equipment">"body weight" where it needs none.</param>
/// <param name="Similarity">0 to 1.</param>
public sealed record ExerciseMatch(string Id, string Name, string Category, string Difficulty, string Equipment, double Similarity)
{
    public static ExerciseMatch Of(Exercise exercise, double similarity) => new(
        exercise.Id, exercise.Name, exercise.Category, exercise.Level switch
        {
            FitnessLevel.Beginner => "beginner",
            FitnessLevel.Intermediate => "intermediate",
            _ => "advanced",
        },
        exercise.EquipmentText,
        Math.Round(similarity, 4));
}
