namespace FitServerless.Coach.Training;

/// <summary>A workout as a model gives it.</summary>
internal sealed record TrainingReply(IReadOnlyList<ExerciseReply?>? WarmUp, IReadOnlyList<ExerciseReply?>? Exercises);
