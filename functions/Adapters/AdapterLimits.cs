namespace FitServerless.Functions.Adapters;

internal static class AdapterLimits
{
    public const int Body = 16 * 1024 * 1024;

    /// <summary>Writes in one push; each may become ten rows, so 500 are at most 51 batches.</summary>
    public const int Rows = 500;

    /// <summary>WatermelonDB sends all it has at once: 5,000 records are some 500 batches, half a minute.</summary>
    public const int Records = 5_000;

    /// <summary>RxDB's own.</summary>
    public const int DefaultPage = 100;

    public const int MaxPage = 999;
}
