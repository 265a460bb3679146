using FitServerless.Tests.Exercises;

namespace FitServerless.Bench.Coach;

/// <summary>What the coach does without a model.</summary>
/// <param name="Violations">Answers, of all, that the gate finds a fault in.</param>
/// <param name="Impossible">People, of all, for whom no meals could be composed.</param>
/// <param name="CatalogueBytes">What the exercises and their index of words take of the heap.</param>
/// <param name="VectorBytes">What an index with a vector for each exercise, read from its file, takes of the heap.</param>
internal sealed record CoachFigures(
    int People,
    int Violations,
    int Impossible,
    CoachTiming Meals,
    CoachTiming Workouts,
    CoachTiming Search,
    SearchQuality Tuned,
    SearchQuality Held,
    SearchQuality Fresh,
    long CatalogueBytes,
    long VectorBytes);
