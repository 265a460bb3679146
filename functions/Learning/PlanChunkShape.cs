namespace FitServerless.Functions.Learning;

/// <summary>What <see cref="LearningWriter"/> writes of a part of a plan.</summary>
internal sealed record PlanChunkShape(string Id, string? Title, string Status, double Minutes, int Sessions);
