namespace FitServerless.Bench.Timing;

/// <summary>Two ways to be wrong, and how long each takes to be refused.</summary>
/// <param name="First">Microseconds, the mean.</param>
/// <param name="Probability">Of a difference this large where there is none; below 0.01 it is one.</param>
internal sealed record TimingLine(string What, int Samples, double First, double Second, double Probability);
