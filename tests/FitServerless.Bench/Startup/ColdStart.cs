namespace FitServerless.Bench.Startup;

/// <summary>Milliseconds from the start of the process, the median of several.</summary>
/// <param name="Health">To the first answer of <c>GET /health</c>.</param>
/// <param name="Pull">To the first authenticated answer that needs storage.</param>
internal sealed record ColdStart(int Runs, double Health, double Pull);
