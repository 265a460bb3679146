namespace FitServerless.Sync;

/// <summary>What fits into one atomic batch of Table Storage: 100 rows and 4 MiB.</summary>
public static class BatchLimits
{
    /// <summary>100, one of which is the head.</summary>
    public const int Rows = 99;

    /// <summary>4 MiB less 0.5 for the multipart headers: at most 100 rows × about 1 KB, and slack for escapes in JSON strings.</summary>
    public const int Bytes = 3_500_000;

    /// <summary>
    /// Encoded samples of one document: in base64 4/3 of it, 2.7 MB, and so always within one batch together with its document.
    /// </summary>
    public const int SampleBytes = 2_000_000;

    public static int SampleRows(int bytes) => (bytes + SyncRows.SampleBytesPerRow - 1) / SyncRows.SampleBytesPerRow;

    /// <summary>State, log row and list row, the two that an edit deletes, and the samples written or removed.</summary>
    public static int RowsOf(DocumentWrite write) =>
        (write.Replaces is null ? 3 : 5) + (write.Samples is { } samples
            ? Math.Max(SampleRows(samples.Length), write.Replaces?.SampleRows ?? 0)
            : 0);

    /// <summary>An upper bound of what the write adds to the request: 1 KB of headers and names a row, base64 samples, and the body three
    /// times, each twice as long when all of it is escaped.</summary>
    public static int BytesOf(DocumentWrite write, int bodyLength) =>
        (RowsOf(write) * 1024) + ((write.Samples?.Length ?? 0) / 3 * 4) + (bodyLength * 6);
}
