using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>The most that one workout may ask.</summary>
internal static class VolumeLimits
{
    public const int Exercises = 12;
    public const int WarmUps = 8;
    public const int Reps = 30;

    /// <summary>Seconds; an hour's ride is one set.</summary>
    public const int Hold = 3_600;

    /// <summary>Seconds.</summary>
    public const int Rest = 300;

    public static int SetsOfExercise(FitnessLevel level) => level switch { FitnessLevel.Beginner => 4, FitnessLevel.Intermediate => 5, _ => 6 };

    /// <summary>Of everything but the warm-up; about what the reviews behind the ACSM's models call high for each level.</summary>
    public static int SetsInAll(FitnessLevel level) => level switch { FitnessLevel.Beginner => 18, FitnessLevel.Intermediate => 24, _ => 30 };
}
