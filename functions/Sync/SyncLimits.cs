namespace FitServerless.Functions.Sync;

internal static class SyncLimits
{
    /// <summary>16 MiB: workouts may bring their measurements along.</summary>
    public const int Body = 16 * 1024 * 1024;

    /// <summary>Changes in one request; each may become ten rows, so 500 are at most 51 batches.</summary>
    public const int Changes = 500;

    public const int DefaultPull = 500;

    /// <summary>A page of storage has 1,000 rows; one of them may be the log's end.</summary>
    public const int MaxPull = 999;

    public const int Collections = 100;
}
