namespace FitServerless.Cleanup;

/// <summary>What one cleanup did in a run.</summary>
/// <param name="Name"><see cref="ICleanup.Name"/>.</param>
/// <param name="Outcome">
/// <c>done</c>; <c>unfinished</c>, when the run's time was over; or <c>failed</c>. The last two go on with the next run.
/// </param>
/// <param name="Failure">What failed, in a few words without anybody's data.</param>
public sealed record CleanupStep(string Name, string Outcome, int Rows, int Blobs, int Tables, long Milliseconds, string? Failure = null)
{
    public const string Done = "done";

    public const string Unfinished = "unfinished";

    public const string Failed = "failed";
}
