namespace FitServerless.Coach.Training;

/// <summary>An exercise as a model gives it.</summary>
internal sealed record ExerciseReply(string? Id, int Sets, int Reps, int? HoldSeconds, int RestSeconds, string? Intensity, double? LoadKg);
