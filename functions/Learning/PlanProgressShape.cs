namespace FitServerless.Functions.Learning;

/// <summary>What <see cref="LearningWriter"/> writes of how far a plan is.</summary>
/// <param name="Percent"><c>null</c> when the plan does not say for how many hours it is.</param>
internal sealed record PlanProgressShape(double Minutes, int? Percent, int Sessions);
