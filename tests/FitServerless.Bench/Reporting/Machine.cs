using System.Runtime.InteropServices;

namespace FitServerless.Bench.Reporting;

/// <summary>Where the figures come from.</summary>
internal sealed record Machine(string Runtime, string System, int Cores)
{
    public static Machine Current { get; } =
        new(RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, Environment.ProcessorCount);
}
