using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>Draws a few easy movements to begin with.</summary>
internal sealed class WarmUps(TrainingBrief brief, Random random)
{
    private static readonly Exercise[] All =
        [.. ExerciseCatalogue.All.Where(exercise =>
            exercise.Words.Contains("warm up", StringComparison.Ordinal) && exercise.Level == FitnessLevel.Beginner)];

    /// <summary>Two in a short workout and four in a long one. There is always marching.</summary>
    public IReadOnlyList<PlannedExercise> Draw()
    {
        var allowed = Array.FindAll(All, brief.Allows);
        random.Shuffle(allowed);
        return [.. allowed.Take(brief.Minutes < 20 ? 2 : 4).Select(Plan)];
    }

    private static PlannedExercise Plan(Exercise exercise) => new()
    {
        Name = exercise.Name,
        ExerciseId = exercise.Id,
        Sets = 1,
        Reps = exercise.IsHold ? 1 : 8,
        HoldSeconds = exercise.IsHold ? 30 : null,
        RestSeconds = 0,
        Intensity = "easy",
    };
}
