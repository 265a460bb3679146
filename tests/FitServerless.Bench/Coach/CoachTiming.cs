namespace FitServerless.Bench.Coach;

/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="Bytes">Allocated for an answer, on average.</param>
internal sealed record CoachTiming(double P50, double P95, long Bytes);
