namespace FitServerless.Schedules.Runs;

/// <summary>How a run ended.</summary>
/// <param name="FailedShards">
/// Those that storage, or a fault of ours, has stopped: whom they left is still due, and is found by the next firing.
/// </param>
public sealed record RunEnd(RunKey Run, int Shards, int FailedShards, RunCounts Counts);
