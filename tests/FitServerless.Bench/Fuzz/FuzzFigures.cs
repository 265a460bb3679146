namespace FitServerless.Bench.Fuzz;

/// <summary>What came back.</summary>
/// <param name="Statuses">Answers by status.</param>
/// <param name="Findings">What must not be, in words with the request that did it; at most <see cref="Fuzzer.MaxFindings"/>.</param>
internal sealed record FuzzFigures(int Seed, int Requests, int Operations, IReadOnlyDictionary<int, int> Statuses, IReadOnlyList<string> Findings);
