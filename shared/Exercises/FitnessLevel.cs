namespace FitServerless.Exercises;

public enum FitnessLevel
{
    Beginner,
    Intermediate,
    Advanced,
}
