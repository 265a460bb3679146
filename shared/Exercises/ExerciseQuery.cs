namespace FitServerless.Exercises;

/// <param name="Text">In the person's own words, English or German.</param>
/// <param name="Difficulty">Only exercises of this level.</param>
/// <param name="Equipment">Only exercises that use some of it, in words; "none" for those that use nothing.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ExerciseQuery(string Text, FitnessLevel? Difficulty = null, string? Equipment = null, int Limit = ExerciseQuery.DefaultLimit)
{
    public const int DefaultLimit = 10;
    public const int MaxLimit = 50;
    public const int MaxText = 500;
}
