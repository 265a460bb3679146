namespace FitServerless.Cleanup;

/// <summary>What a cleanup has taken out so far. Its counts are read by others only once it is over.</summary>
public sealed class CleanupTally
{
    public int Rows { get; set; }

    public int Blobs { get; set; }

    /// <summary>Tables that were dropped whole.</summary>
    public int Tables { get; set; }

    internal void Add(IEnumerable<CleanupTally> others)
    {
        foreach (var other in others)
            (Rows, Blobs, Tables) = (Rows + other.Rows, Blobs + other.Blobs, Tables + other.Tables);
    }
}
