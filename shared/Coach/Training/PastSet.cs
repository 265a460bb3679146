namespace FitServerless.Coach.Training;

public sealed record PastSet(int Reps, double? LoadKg);
