namespace FitServerless.Bench.Load;

/// <summary>One scenario at one number of connections. Times in milliseconds; CPU and memory are the app's own, without its storage.</summary>
internal sealed record Cell
{
    public required string Scenario { get; init; }

    public int Connections { get; init; }

    public int Requests { get; init; }

    public int Errors { get; init; }

    public string? FirstError { get; init; }

    public double PerSecond { get; init; }

    public double P50 { get; init; }

    public double P95 { get; init; }

    public double P99 { get; init; }

    /// <summary><c>null</c> where the app's process is not known.</summary>
    public double? CpuPerRequest { get; init; }

    public double? PeakMegabytes { get; init; }

    public double Noise { get; init; }
}
