namespace FitServerless.Coach.Training;

/// <summary>What was done of an exercise when it was done last.</summary>
internal sealed record LastTime(string Id, int Sets, int Reps, double? LoadKg);
