namespace FitServerless.Functions.Workouts;

/// <summary>What <see cref="ImportWriter"/> writes.</summary>
internal sealed record ImportAnswerShape(IReadOnlyList<ImportedShape> Results);
