namespace FitServerless.Schedules.Runs;

/// <summary>What a run does: fixed when it begins, whatever the settings become meanwhile.</summary>
public sealed record RunPlan(IReadOnlyList<string> Shards, int Tries, int RetrySeconds);
