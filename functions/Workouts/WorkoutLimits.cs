namespace FitServerless.Functions.Workouts;

internal static class WorkoutLimits
{
    /// <summary>16 MiB: 100,000 measurements of power, heart rate and cadence have 8 MB as rows.</summary>
    public const int Body = 16 * 1024 * 1024;

    /// <summary>28 MiB, just below the 30,000,000 bytes at which Kestrel refuses by default: some 300 hours of FIT at 90 KB each.</summary>
    public const int Upload = 28 * 1024 * 1024;

    /// <summary>Changes in one sync request; each may become five rows, so 500 are at most 26 batches.</summary>
    public const int Changes = 500;

    public const int DefaultPull = 500;

    public const int MaxPull = 1000;
}
