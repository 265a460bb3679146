using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>What a model is told of a request for a workout: what was made of it, and the person's own words. Nothing of who it is.</summary>
/// <param name="Choices">Ids by movement: about 1,000 tokens for all of them.</param>
internal sealed record TrainingPromptData(
    FitnessLevel Level,
    TrainingGoal Goal,
    int Minutes,
    string? Goals,
    string? Limitations,
    IReadOnlyDictionary<string, string[]> Choices,
    IReadOnlyList<LastTime> Last)
{
    private const int MaxLast = 30;

    public static TrainingPromptData Of(TrainingQuestion question) => new(
        question.Brief.Level,
        question.Brief.Goal,
        question.Brief.Minutes,
        question.Request.Goals?.Trim(),
        question.Request.Limitations?.Trim(),
        ExerciseCatalogue.All.Where(question.Brief.Allows)
            .GroupBy(exercise => exercise.Pattern)
            .ToDictionary(same => same.Key, same => same.Select(exercise => exercise.Id).ToArray()),
        [.. question.Brief.History.Exercises
            .DistinctBy(past => past.ExerciseId)
            .Take(MaxLast)
            .Select(past => new LastTime(past.ExerciseId, past.Sets.Count, past.Reps, past.LoadKg))]);
}
