namespace FitServerless.Exercises;

/// <summary>What an exercise's vector is made of.</summary>
public static class ExerciseText
{
    public static string Of(Exercise exercise) =>
        $"{exercise.Name}. {exercise.Description} {string.Join(' ', exercise.PrimaryMuscles)} {string.Join(' ', exercise.SecondaryMuscles)}";
}
