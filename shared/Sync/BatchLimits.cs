namespace FitServerless.Sync;

/// <summary>What fits into one atomic batch of Table Storage: 100 rows and 4 MiB.</summary>
public static class BatchLimits
{
    /// <summary>100, one of which is the head.</summary>
    public const int Rows = 99;

    /// <summary>4 MiB, less what <see cref="BytesOf"/> may be short of.</summary>
    public const int Bytes = 3_500_000;

    /// <summary>
    /// Encoded samples of one document: in base64 4/3 of it, 2.7 MB, and so always within one batch together with its document.
    /// </summary>
    public const int SampleBytes = 2_000_000;

    public static int SampleRows(int bytes) => (bytes + BodyColumns.BytesPerRow - 1) / BodyColumns.BytesPerRow;

    /// <summary>
    /// State, log row and list row, the two that an edit deletes, two for the history and three that it drops, and the samples written or
    /// removed.
    /// </summary>
    public static int RowsOf(DocumentWrite write) =>
        (write.Replaces is null ? 3 : 7 + HistoryStep.MaxDropped) + (write.Samples is { } samples
            ? Math.Max(SampleRows(samples.Length), write.Replaces?.State.SampleRows ?? 0)
            : 0);

    /// <summary>
    /// An upper bound of what the write adds to the request: 1 KB of headers and names a row; in base64 its samples, its body three times, and
    /// what goes to the history.
    /// </summary>
    public static int BytesOf(DocumentWrite write)
    {
        var body = write.Moves ? write.Body.Length * 3 : write.Replaces!.Body.Raw.Length;
        var past = (write.Replaces?.Body.Raw.Length ?? 0) + (write.Lost?.Body.Length ?? 0);
        return (RowsOf(write) * 1024) + (((write.Samples?.Length ?? 0) + body + past) / 3 * 4) + 4;
    }
}
